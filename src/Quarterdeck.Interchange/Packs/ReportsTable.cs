using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Interchange.Cells;

namespace Quarterdeck.Interchange.Packs;

internal sealed class ReportsTable : PackTable<ReportDefinition>
{
    private static readonly Vocabulary<ReportKind> Kinds = new();

    private static readonly Column Code = new("code", ColumnType.Code, "Short name the report is asked for by.") { IsRequired = true };
    private static readonly Column Kind = new("kind", ColumnType.Word, "What sort of report it is.") { IsRequired = true, Words = Kinds.Words };
    private static readonly Column Title = new("title", ColumnType.Text, "Title on the first page.") { IsRequired = true };
    private static readonly Column PeriodColumns = new("period_columns", ColumnType.Integer, "How many period columns a table shows, 1 to 13.") { Blank = "4 for KPIs and 5 for activity" };
    private static readonly Column ResultsTo = new("results_to", ColumnType.Period, "Results are shown up to the end of this month.") { Blank = "the latest month with a result" };
    private static readonly Column Areas = new("areas", ColumnType.Codes, "The areas covered, with all below them.") { Blank = "every area", From = "areas.code" };
    private static readonly Column Committee = new("committee", ColumnType.Text, "The committee it goes to.");
    private static readonly Column MeetingOn = new("meeting_on", ColumnType.Date, "The day of the meeting.");
    private static readonly Column Recommendation = new("recommendation", ColumnType.Text, "What the committee is asked to do.");
    private static readonly Column Classification = new("classification", ColumnType.Text, "Who may read it: `Unrestricted`.");
    private static readonly Column Authors = new("authors", ColumnType.Codes, "Who wrote it.");

    public override string Name => "reports";

    public override string Summary => "The reports that are made from the pack, and what each covers.";

    public override IReadOnlyList<Column> Key => [Code];

    protected override IReadOnlyList<Field<ReportDefinition>> Fields { get; } =
    [
        new(Code, row => row.Code),
        new(Kind, row => Kinds.Write(row.Kind)),
        new(Title, row => row.Title),
        new(PeriodColumns, row => CellWriting.Integer(row.PeriodColumns)),
        new(ResultsTo, row => row.ResultsTo?.ToString()),
        new(Areas, row => CellWriting.Codes(row.Areas)),
        new(Committee, row => row.Committee),
        new(MeetingOn, row => CellWriting.Date(row.MeetingOn)),
        new(Recommendation, row => row.Recommendation),
        new(Classification, row => row.Classification),
        new(Authors, row => CellWriting.Codes(row.Authors)),
    ];

    protected override IReadOnlyList<ReportDefinition> RowsOf(Pack pack) => pack.Reports;

    protected override object KeyOf(ReportDefinition row) => row.Code;

    protected override ReportDefinition? Read(RowReader row, PackUnderway pack) => new()
    {
        Code = row.Text(Code) ?? string.Empty,
        Kind = row.Word(Kind, Kinds) ?? default,
        Title = row.Text(Title) ?? string.Empty,
        PeriodColumns = row.Integer(PeriodColumns, 1, 13),
        ResultsTo = pack.Closing(row, ResultsTo),
        Areas = pack.KnownCodes(row, Areas, "areas"),
        Committee = row.Text(Committee),
        MeetingOn = row.Date(MeetingOn),
        Recommendation = row.Text(Recommendation),
        Classification = row.Text(Classification),
        Authors = row.Parts(Authors),
        At = row.At,
    };
}
