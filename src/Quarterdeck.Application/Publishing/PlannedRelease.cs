using System.Globalization;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Publishing;

/// <summary>The day and minute at which a round is to be published, and what was bound to it then.</summary>
/// <param name="Month">The round.</param>
/// <param name="At">The moment promised.</param>
/// <param name="What">What is published, as the calendar says it.</param>
/// <param name="By">Who set it.</param>
/// <param name="Bound">Fingerprint of everything the reports are made of, and the returns with their versions.</param>
/// <param name="Version">How often the row was written.</param>
public sealed record PlannedRelease(Month Month, DateTimeOffset At, string What, string By, string Bound, long Version)
{
    /// <summary>When it was published in fact; null while it was not.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Why it was not published, as the last attempt says; empty for no reason.</summary>
    public string Stopped { get; init; } = string.Empty;

    /// <summary>Whether it is still to come.</summary>
    public bool IsAwaited => PublishedAt is null && Stopped.Length == 0;

    /// <summary>Every release of an organisation that was planned, the next first.</summary>
    public static async Task<IReadOnlyList<PlannedRelease>> AllAsync(IStore store, string organisation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var state = await store.ReadTablesAsync(organisation, [SystemTables.Releases], cancellationToken).ConfigureAwait(false);
        return [.. state.Of(SystemTables.Releases).Select(Of).OrderBy(release => release.At)];
    }

    internal static PlannedRelease Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new PlannedRelease(
            Month.TryParse(row.Key, out var month) ? month : throw new StoreException($"The release '{row.Key}' is of no month."),
            DateTimeOffset.Parse(cells["at"], CultureInfo.InvariantCulture),
            cells["what"],
            cells["by"],
            cells["bound"],
            row.Version)
        {
            PublishedAt = cells.Text("published_at") is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null,
            Stopped = cells["stopped"],
        };
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Releases,
        Month.ToString(),
        Version,
        ("at", RowChangeRecord.Moment(At)),
        ("what", What),
        ("by", By),
        ("bound", Bound),
        ("published_at", PublishedAt is { } at ? RowChangeRecord.Moment(at) : string.Empty),
        ("stopped", Stopped));
}
