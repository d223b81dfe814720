using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The plan the indicators serve, ambition by ambition, with how many of them serve each objective.</summary>
internal static class ObjectivesBuilder
{
    /// <summary>As a tree flattened in reading order. An objective without a known parent is at the top.</summary>
    public static IReadOnlyList<ObjectiveLine> Lines(ReportScope scope)
    {
        var objectives = scope.Pack.Objectives;
        var known = objectives.Select(one => one.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var children = objectives.Where(one => one.Parent is { } parent && known.Contains(parent))
            .ToLookup(one => one.Parent!, StringComparer.OrdinalIgnoreCase);
        var lines = new List<ObjectiveLine>();
        foreach (var root in objectives.Where(one => one.Parent is not { } parent || !known.Contains(parent)))
        {
            Add(root, 0);
        }

        return lines;

        void Add(Objective one, int depth)
        {
            var serving = scope.Rated.Count(rated => rated.Indicator.Objectives.Contains(one.Code, StringComparer.OrdinalIgnoreCase));
            lines.Add(new ObjectiveLine(depth, one.Title, KindOf(one.Kind), serving));
            foreach (var child in children[one.Code])
            {
                Add(child, depth + 1);
            }
        }
    }

    /// <summary>The kind as a heading; null where the pack does not say.</summary>
    public static string? KindOf(ObjectiveKind? kind) => kind switch
    {
        ObjectiveKind.Plan => "Plan",
        ObjectiveKind.Ambition => "Ambition",
        ObjectiveKind.Priority => "Priority",
        ObjectiveKind.CoreArea => "Core service area",
        ObjectiveKind.Outcome => "Outcome",
        null => null,
    };
}
