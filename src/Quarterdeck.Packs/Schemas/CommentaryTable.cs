using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class CommentaryTable : PackTable<CommentaryEntry>
{
    private static readonly Vocabulary<CommentaryKind> Kinds = new();
    private static readonly Vocabulary<AssuranceState> States = new();

    private static readonly PackColumn Round = new("round", ColumnType.Period, "The reporting round.") { IsRequired = true };
    private static readonly PackColumn Kind = new("kind", ColumnType.Word, "What it is.") { IsRequired = true, Words = Kinds.Words };
    private static readonly PackColumn TextColumn = new(
        "text",
        ColumnType.Text,
        "Markdown: bold, links, lists; a blank line parts paragraphs. The asterisks of footnotes are generated, not typed.")
    { IsRequired = true };
    private static readonly PackColumn Refs = new("refs", ColumnType.Codes, "The indicators it is about.") { From = "indicators.ref" };
    private static readonly PackColumn Area = new("area", ColumnType.Code, "The area it is about.") { From = "areas.code" };
    private static readonly PackColumn Group = new("group", ColumnType.Text, "A heading within the kind: `In the longer term`.");
    private static readonly PackColumn State = new(
        "state",
        ColumnType.Word,
        "Of an assurance note: what was done about a called-in indicator.")
    { Words = States.Words };
    private static readonly PackColumn Answers = new("answers", ColumnType.Integer, "Of an action: the order of the risk it answers.");
    private static readonly PackColumn Author = new("author", ColumnType.Text, "Who wrote it.");
    private static readonly PackColumn WrittenOn = new("written_on", ColumnType.Date, "When it was written.");
    private static readonly PackColumn Order = new("order", ColumnType.Integer, "Place among those of its kind.") { Blank = "the order of the rows" };

    public override string Name => "commentary";

    public override string Summary =>
        "What a round's report says: commentary, actions, risks, assurance notes, footnotes, highlights. About indicators, or an area, or the report "
        + "when a row names neither.";

    public override IReadOnlyList<PackColumn> KnownBy => [Round, Kind, Refs, Area, Group];

    protected override IReadOnlyList<PackField<CommentaryEntry>> Fields { get; } =
    [
        new(Round, row => row.Round.ToString()),
        new(Kind, row => Kinds.Write(row.Kind)),
        new(TextColumn, row => row.Text),
        new(Refs, row => CellWriting.Refs(row.Refs)),
        new(Area, row => row.Area),
        new(Group, row => row.Group),
        new(State, row => States.Write(row.State)),
        new(Answers, row => CellWriting.Integer(row.Answers)),
        new(Author, row => row.Author),
        new(WrittenOn, row => CellWriting.Date(row.WrittenOn)),
        new(Order, row => CellWriting.Integer(row.Order)),
    ];

    protected override IReadOnlyList<CommentaryEntry> RowsOf(Pack pack) => pack.Commentary;

    protected override CommentaryEntry? Read(RowReader row, PackReadContext pack) => new()
    {
        Round = pack.Closing(row, Round) ?? default,
        Kind = row.Word(Kind, Kinds) ?? default,
        Text = row.Text(TextColumn) ?? string.Empty,
        Refs = pack.KnownRefs(row, Refs),
        Area = pack.KnownCode(row, Area, "areas"),
        Group = row.Text(Group),
        State = row.Word(State, States),
        Answers = row.Integer(Answers, 0, 100_000),
        Author = row.Text(Author),
        WrittenOn = row.Date(WrittenOn),
        Order = row.Integer(Order, 0, 100_000),
        At = row.At,
    };
}
