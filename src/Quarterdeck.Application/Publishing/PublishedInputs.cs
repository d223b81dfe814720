using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// What of a store a publication was made from: its indicators and those they lean on, with all that is told of none. A council's store
/// grows every month, and what it published does not grow with it.
/// </summary>
internal static class PublishedInputs
{
    private const char Separator = ';';

    /// <summary>The indicators whose rows make the same report as the whole pack does, as far as can be told from the pack; whoever keeps them proves
    /// it.</summary>
    /// <param name="pack">All that is stored.</param>
    /// <param name="printed">The indicators of the report.</param>
    public static IReadOnlySet<IndicatorRef> Of(Pack pack, IEnumerable<IndicatorRef> printed)
    {
        var own = printed.ToHashSet();
        var all = new HashSet<IndicatorRef>(own);
        var texts = pack.Commentary.Where(one => one.Refs.Count == 0 || one.Refs.Any(own.Contains)).ToList();
        all.UnionWith(texts.SelectMany(one => one.Refs.Concat(CitedFigures.References(one.Text))));
        all.UnionWith(pack.Actions.SelectMany(one => one.Refs).Concat(pack.Risks.SelectMany(one => one.Refs))
            .Concat(pack.ReportTables.SelectMany(one => one.Order)));
        var versions = pack.Indicators.ToLookup(one => one.Ref);
        var unseen = new Queue<IndicatorRef>(all);
        while (unseen.TryDequeue(out var reference))
        {
            foreach (var other in versions[reference].SelectMany(one => new[] { one.Parent, one.Weight }).OfType<IndicatorRef>().Where(all.Add))
            {
                unseen.Enqueue(other);
            }
        }

        return all;
    }

    /// <summary>A state with the rows of these indicators alone, and those of none. What is said of several is said of those of them.</summary>
    public static StoredState Only(StoredState state, IReadOnlySet<string> references) =>
        state with { Rows = [.. state.Rows.Select(row => Of(row, references)).OfType<StoredRow>()] };

    private static StoredRow? Of(StoredRow row, IReadOnlySet<string> references) => row.Table switch
    {
        ResultBlock.Table => references.Contains(row.Key) ? row : null,
        var table when IndicatorTables.KeyedByReference.Contains(table) => references.Contains(new RowKey(row.Key).Parts()[0]) ? row : null,
        "commentary" => Naming(row, 2, "refs", references),
        "posts" => Naming(row, 1, "ref", references),
        "checks" => Naming(row, 1, "ref", references),
        _ => row,
    };

    /// <param name="row">The row.</param>
    /// <param name="place">Where in its key the column stands, which is there even of a row whose text is not.</param>
    /// <param name="column">The column that names indicators.</param>
    /// <param name="references">Those that are kept.</param>
    private static StoredRow? Naming(StoredRow row, int place, string column, IReadOnlySet<string> references)
    {
        var named = new RowKey(row.Key).Parts()[place].Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kept = Array.FindAll(named, references.Contains);
        return kept.Length == named.Length || row.Body is null && kept.Length > 0 ? row
            : kept.Length == 0 ? null
            : row with { Body = RowBody.Write(new Dictionary<string, string>(RowBody.Read(row.Body!)) { [column] = string.Join(Separator, kept) }) };
    }
}
