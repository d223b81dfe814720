namespace Quarterdeck.Interchange.Packs;

/// <summary>Every table of the pack, in the order they are read: a table only names what stands in the ones before it.</summary>
internal static class PackTables
{
    public static readonly IReadOnlyList<PackTable> All =
    [
        new SettingsTable(), new AreasTable(), new ObjectivesTable(), new SchemesTable(), new IndicatorsTable(), new PostsTable(), new TargetsTable(), new ResultsTable(),
        new MilestonesTable(), new ComparatorsTable(), new CommentaryTable(), new PublishedTable(), new ReportsTable(), new TablesTable(),
    ];
}
