using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class ReportsTable : PackTable<ReportDefinition>
{
    private static readonly Vocabulary<ReportKind> Kinds = new();
    private static readonly Vocabulary<Numbering> Numberings = new();
    private static readonly Vocabulary<ListBy> ListBys = new();
    private static readonly Vocabulary<ColumnKind> ColumnKinds = new();
    private static readonly Vocabulary<ReportCharts> ChartWords = new();
    private static readonly Vocabulary<ReportForecasts> ForecastWords = new();
    private static readonly Vocabulary<Orientation> Orientations = new();

    private static readonly PackColumn Code = new("code", ColumnType.Code, "Short name the report is asked for by.") { IsRequired = true };
    private static readonly PackColumn Kind = new("kind", ColumnType.Word, "What sort of report it is.") { IsRequired = true, Words = Kinds.Words };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "Title on the first page.") { IsRequired = true };
    private static readonly PackColumn PeriodColumns = new(
        "period_columns",
        ColumnType.Integer,
        "How many period columns a table shows, 1 to 13.")
    { Blank = "4 for KPIs and 5 for activity" };
    private static readonly PackColumn ResultsTo = new(
        "results_to",
        ColumnType.Period,
        "Results are shown up to the end of this month.")
    { Blank = "the latest month with a result" };
    private static readonly PackColumn Areas = new(
        "areas",
        ColumnType.Codes,
        "The areas covered, with all below them.")
    { Blank = "every area", From = "areas.code" };
    private static readonly PackColumn Committee = new("committee", ColumnType.Text, "The committee it goes to.");
    private static readonly PackColumn MeetingOn = new("meeting_on", ColumnType.Date, "The day of the meeting.");
    private static readonly PackColumn Recommendation = new("recommendation", ColumnType.Text, "What the committee is asked to do.");
    private static readonly PackColumn Classification = new("classification", ColumnType.Text, "Who may read it: `Unrestricted`.");
    private static readonly PackColumn Authors = new("authors", ColumnType.Codes, "Who wrote it.");

    private static readonly PackColumn Sections = new(
        "sections",
        ColumnType.Codes,
        "The sections of the report in order. A code that is no section of its own shows the text written under that heading: `risk-register`.")
    {
        Blank = "those usual for its kind"
    };
    private static readonly PackColumn ShownColumns = new(
        "columns",
        ColumnType.Codes,
        "The columns of indicator tables after the periods, in order.")
    { Blank = "every column a row needs" };
    private static readonly PackColumn NumberingColumn = new(
        "numbering",
        ColumnType.Word,
        "What is numbered.")
    { Blank = "sections for a cover report, none for others", Words = Numberings.Words };
    private static readonly PackColumn ListByColumn = new(
        "list_by",
        ColumnType.Word,
        "The rating that lists an indicator as one that needs action.")
    { Blank = "either", Words = ListBys.Words };
    private static readonly PackColumn CommentaryFor = new(
        "commentary_for",
        ColumnType.Codes,
        "The ratings that need commentary.")
    { Blank = "every rating short of the target" };
    private static readonly PackColumn Since = new(
        "since",
        ColumnType.Period,
        "The month the last report had results up to: ratings are compared with those.")
    { Blank = "each indicator is compared with its own period before" };
    private static readonly PackColumn Bound = new(
        "bound",
        ColumnType.YesNo,
        "Whether the attached report follows in the same PDF.")
    { Blank = "no" };
    private static readonly PackColumn Attached = new("attached", ColumnType.Code, "The report attached as an appendix.") { From = "reports.code" };
    private static readonly PackColumn Contacts = new("contacts", ColumnType.Codes, "Whom to ask: role, telephone, e-mail.") { Blank = "the authors" };
    private static readonly PackColumn Charts = new(
        "charts",
        ColumnType.Word,
        "The indicators that are drawn: none, exceptions (short of the target or outside the expected range) or all.")
    { Blank = "exceptions", Words = ChartWords.Words };
    private static readonly PackColumn Forecasts = new(
        "forecasts",
        ColumnType.Word,
        "What tables say of forecasts: shown, or rated as results are.")
    { Blank = "nothing", Words = ForecastWords.Words };
    private static readonly PackColumn OrientationColumn = new("orientation", ColumnType.Word, "How the paper lies.")
    {
        Blank = "landscape for dashboards and exceptions, portrait for others",
        Words = Orientations.Words
    };
    private static readonly PackColumn PagePerIndicator = new(
        "page_per_indicator",
        ColumnType.YesNo,
        "Whether each indicator of a quarterly report starts a page.")
    { Blank = "no" };
    private static readonly PackColumn Background = new("background", ColumnType.Codes, "The documents it rests on.") { Blank = "none" };

    public override string Name => "reports";

    public override string Summary => "The reports that are made from the pack, and what each covers.";

    public override IReadOnlyList<PackColumn> Key => [Code];

    protected override IReadOnlyList<PackField<ReportDefinition>> Fields { get; } =
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
        new(Sections, row => CellWriting.Codes(row.Sections)),
        new(ShownColumns, row => CellWriting.Codes(row.Columns.Select(ColumnKinds.Write))),
        new(NumberingColumn, row => row.Numbering is { } numbering ? Numberings.Write(numbering) : null),
        new(ListByColumn, row => row.ListBy is { } by ? ListBys.Write(by) : null),
        new(CommentaryFor, row => CellWriting.Codes(row.CommentaryFor)),
        new(Since, row => row.Since?.ToString()),
        new(Attached, row => row.Attached),
        new(Bound, row => row.IsBound ? "yes" : null),
        new(Contacts, row => CellWriting.Codes(row.Contacts)),
        new(Background, row => CellWriting.Codes(row.Background)),
        new(Charts, row => row.Charts is { } charts ? ChartWords.Write(charts) : null),
        new(Forecasts, row => row.Forecasts is { } forecasts ? ForecastWords.Write(forecasts) : null),
        new(OrientationColumn, row => row.Orientation is { } orientation ? Orientations.Write(orientation) : null),
        new(PagePerIndicator, row => row.PagePerIndicator ? "yes" : null),
    ];

    protected override IReadOnlyList<ReportDefinition> RowsOf(Pack pack) => pack.Reports;

    protected override object KeyOf(ReportDefinition row) => row.Code;

    private static bool IsCode(string code) =>
        code.Length <= 40 && char.IsAsciiLetterOrDigit(code[0]) && code.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.');

    protected override ReportDefinition? Read(RowReader row, PackReadContext pack)
    {
        var code = row.Text(Code);
        if (code is not null && !IsCode(code))
        {
            // It names files and a folder.
            row.Error(
                Code,
                "not-a-code",
                code,
                $"\"{code}\" cannot be the code of a report.",
                "1 to 40 letters, digits, hyphens, underscores or full stops, a letter or digit first",
                "Shorten it or take the other characters out.");
        }
        else if (code is not null)
        {
            pack.AddCode(Name, code);
        }

        return Definition(row, pack, code ?? string.Empty);
    }

    protected override void Check(IReadOnlyList<ReportDefinition> rows, string file, PackReadContext pack)
    {
        foreach (var row in rows)
        {
            pack.RefuseUnknown(file, row.At.Row, Attached, Name, row.Attached);
        }
    }

    private static ReportDefinition Definition(RowReader row, PackReadContext pack, string code) => new()
    {
        Code = code,
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
        Sections = row.Parts(Sections),
        Columns = row.Words(ShownColumns, ColumnKinds),
        Numbering = row.Word(NumberingColumn, Numberings),
        ListBy = row.Word(ListByColumn, ListBys),
        CommentaryFor = row.Parts(CommentaryFor),
        Since = pack.Closing(row, Since),
        Attached = row.Text(Attached),
        IsBound = row.YesNo(Bound) ?? false,
        Contacts = row.Parts(Contacts),
        Background = row.Parts(Background),
        Charts = row.Word(Charts, ChartWords),
        Forecasts = row.Word(Forecasts, ForecastWords),
        Orientation = row.Word(OrientationColumn, Orientations),
        PagePerIndicator = row.YesNo(PagePerIndicator) ?? false,
        At = row.At,
    };
}
