using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The detail of a report: departments, their areas, and the indicators each answers for.</summary>
internal static class AreaSections
{
    /// <summary>The heading of indicators no area answers for.</summary>
    public const string Unassigned = "Other indicators";

    public static IReadOnlyList<DepartmentSection> Build(ReportScope scope, IReadOnlyList<RatedIndicator> rated)
    {
        var areas = scope.Areas;
        var tables = new AreaTables(scope);
        var departments = areas.Departments(scope.Definition.Areas)
            .Select(department => new DepartmentSection(
                department.Department.Code,
                department.Department.Name,
                [.. department.Areas.Select(area => Section(scope, tables, area, rated)).Where(IsWorthShowing)]))
            .Where(department => department.Areas.Count > 0)
            .ToList();
        var unassigned = rated.Where(one => areas.Find(one.Indicator.Area) is null).ToList();
        if (unassigned.Count > 0)
        {
            var section = new AreaSection { Name = Unassigned, Tables = tables.Of(Unassigned, unassigned) };
            departments.Add(new DepartmentSection(null, Unassigned, [section]));
        }

        return departments;
    }

    private static AreaSection Section(ReportScope scope, AreaTables tables, Area area, IReadOnlyList<RatedIndicator> rated) => new()
    {
        Code = area.Code,
        Name = area.Name,
        Posts = PostHoldersBuilder.Area(scope, area.Code),
        Tables = tables.Of(area.Name, [.. rated.Where(one => Same(one.Indicator.Area, area.Code))], area.Code),
        Narrative = NarrativeBuilder.Area(scope, area),
    };

    private static bool IsWorthShowing(AreaSection section) => section.Tables.Count > 0 || section.Narrative.Count > 0;

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
