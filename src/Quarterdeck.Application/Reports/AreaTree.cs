using Quarterdeck.Domain.People;

namespace Quarterdeck.Application.Reports;

/// <summary>The areas a report covers, in reading order, each under its department.</summary>
internal sealed class AreaTree
{
    private readonly Dictionary<string, Area> _areas;
    private readonly ILookup<string, Area> _children;
    private readonly List<Area> _roots;

    public AreaTree(IReadOnlyList<Area> areas)
    {
        _areas = areas.ToDictionary(area => area.Code, StringComparer.OrdinalIgnoreCase);
        var ordered = areas
            .Select((area, index) => (area, index))
            .OrderBy(pair => pair.area.Order ?? int.MaxValue)
            .ThenBy(pair => pair.index)
            .Select(pair => pair.area)
            .ToList();
        _children = ordered.Where(area => ParentOf(area) is not null).ToLookup(area => area.Parent!, StringComparer.OrdinalIgnoreCase);
        _roots = [.. ordered.Where(area => ParentOf(area) is null)];
    }

    public Area? Find(string? code) => code is null ? null : _areas.GetValueOrDefault(code);

    /// <summary>Every department with itself and all areas below it, depth first.</summary>
    /// <param name="only">Codes of the areas covered, with all below them; empty: every area.</param>
    public IEnumerable<(Area Department, IReadOnlyList<Area> Areas)> Departments(IReadOnlyCollection<string> only)
    {
        var wanted = new HashSet<string>(only, StringComparer.OrdinalIgnoreCase);
        return _roots
            .Select(root => (root, (IReadOnlyList<Area>)[.. Below(root, wanted.Count == 0, wanted)]))
            .Where(pair => pair.Item2.Count > 0);
    }

    private IEnumerable<Area> Below(Area area, bool covered, HashSet<string> wanted)
    {
        covered = covered || wanted.Contains(area.Code);
        var below = _children[area.Code].SelectMany(child => Below(child, covered, wanted));
        return covered ? below.Prepend(area) : below;
    }

    private Area? ParentOf(Area area) => Find(area.Parent);
}
