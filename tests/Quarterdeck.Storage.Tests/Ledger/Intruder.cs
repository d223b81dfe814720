namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>Somebody with every right on the database, who goes round the program.</summary>
public interface IIntruder
{
    /// <summary>Runs statements with triggers, keys and row security out of the way.</summary>
    Task Force(string sql, object parameters);

    /// <summary>Runs a query as somebody who reads with SQL; each row's values as text, <c>null</c> for none.</summary>
    Task<IReadOnlyList<string>> Query(string sql, string organisation);
}
