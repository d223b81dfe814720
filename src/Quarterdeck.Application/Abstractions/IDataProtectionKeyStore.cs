namespace Quarterdeck.Application.Abstractions;

/// <summary>Keeps the keys that protect cookies and forms, so that they hold across restarts and for several servers of one store.</summary>
public interface IDataProtectionKeyStore
{
    /// <summary>The XML text of every key, in the order of their ids.</summary>
    Task<IReadOnlyList<string>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key. Adding one that is there already changes nothing.</summary>
    Task AddAsync(string id, string xml, CancellationToken cancellationToken);
}
