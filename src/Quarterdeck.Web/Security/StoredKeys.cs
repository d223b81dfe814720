using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;

namespace Quarterdeck.Web.Security;

/// <summary>The keys of ASP.NET Core's data protection, kept where the organisation's store says.</summary>
/// <remarks>The framework asks for them once, when it starts, and waits. A store that cannot be written to keeps none: its keys live in the process.</remarks>
internal sealed class StoredKeys(IDataProtectionKeyStore store) : IXmlRepository
{
    private readonly List<XElement> _ofProcess = [];

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ReadAllAsync(CancellationToken.None).GetAwaiter().GetResult().Select(text => XElement.Parse(text)), .. _ofProcess];

    public void StoreElement(XElement element, string friendlyName)
    {
        try
        {
            store.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (StoreException)
        {
            _ofProcess.Add(element);
        }
    }
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
