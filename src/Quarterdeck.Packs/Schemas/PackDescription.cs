namespace Quarterdeck.Packs.Schemas;

/// <summary>Every table of the pack, in the order it is described, written and told of.</summary>
internal static class PackDescription
{
    public static readonly SettingsTable Settings = new();
    public static readonly AreasTable Areas = new();
    public static readonly PostsTable Posts = new();
    public static readonly ObjectivesTable Objectives = new();
    public static readonly IndicatorsTable Indicators = new();
    public static readonly TargetsTable Targets = new();
    public static readonly ResultsTable Results = new();
    public static readonly MilestonesTable Milestones = new();
    public static readonly ComparatorsTable Comparators = new();
    public static readonly CommentaryTable Commentary = new();
    public static readonly PublishedTable Published = new();
    public static readonly ReportsTable Reports = new();
    public static readonly ReportTablesTable ReportTables = new();
    public static readonly SchemesTable Schemes = new();
    public static readonly FreeTablesTable Tables = new();
    public static readonly RisksTable Risks = new();
    public static readonly ActionsTable Actions = new();
    public static readonly CallInsTable CallIns = new();
    public static readonly ChecksTable Checks = new();

    public static readonly IReadOnlyList<PackTable> All =
    [
        Settings, Areas, Posts, Objectives, Indicators, Targets, Results, Milestones, Comparators, Commentary, Published, Reports, ReportTables, Schemes,
        Tables, Risks, Actions, CallIns, Checks,
    ];
}
