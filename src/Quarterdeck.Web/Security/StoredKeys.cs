using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Web.Security;

/// <summary>The keys of ASP.NET Core's data protection, kept where the organisation's store says.</summary>
/// <remarks>The framework asks for them once, when it starts, and waits.</remarks>
internal sealed class StoredKeys(IDataProtectionKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.ReadAllAsync(CancellationToken.None).GetAwaiter().GetResult().Select(text => XElement.Parse(text))];

    public void StoreElement(XElement element, string friendlyName) =>
        store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
}

/// <summary>Keys that live as long as the process: a website made of a pack has nowhere to keep them.</summary>
internal sealed class ProcessKeys : IDataProtectionKeyStore
{
    private readonly List<string> _keys = [];
    private readonly Lock _lock = new();

    public Task<IReadOnlyList<string>> ReadAllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. _keys]);
        }
    }

    public Task AddAsync(string id, string xml, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _keys.Add(xml);
        }

        return Task.CompletedTask;
    }
}
