using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Rows;

/// <summary>Refuses rows that are, through others, their own parent: whoever walks up from them would never arrive.</summary>
internal static class Parents
{
    public static void RefuseCircles(IEnumerable<(string Code, string? Parent, int Row)> rows, string file, PackColumn column, FindingCollector log)
    {
        var parents = new Dictionary<string, (string? Parent, int Row)>(StringComparer.Ordinal);
        foreach (var (code, parent, row) in rows)
        {
            parents.TryAdd(code, (parent, row));
        }

        var safe = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in parents.Keys)
        {
            var way = new HashSet<string>(StringComparer.Ordinal);
            var at = code;
            while (at is not null && !safe.Contains(at) && parents.TryGetValue(at, out var next) && way.Add(at))
            {
                at = next.Parent;
            }

            // Everyone on the way is told of, or ends at the top, from here on.
            if (at is not null && !safe.Contains(at) && way.Contains(at))
            {
                log.Add(new Finding(
                    "own-parent",
                    Severity.Error,
                    $"{at} is, by way of its parent, part of itself: {string.Join(", ", way.SkipWhile(each => each != at))}, {at}.",
                    "Correct one of the parents so that they end at the top.")
                {
                    File = file,
                    Row = parents[at].Row,
                    Column = column.Name,
                    Value = at,
                    Expected = "a parent that is not below it",
                });
            }

            safe.UnionWith(way);
        }
    }
}
