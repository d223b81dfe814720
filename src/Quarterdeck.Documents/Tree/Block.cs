using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Tree;

/// <summary>
/// A part of a document: <see cref="Section"/>, <see cref="Paragraph"/>, <see cref="ItemList"/>, <see cref="DefinitionList"/>,
/// <see cref="Table"/>, <see cref="ChartBlock"/>, <see cref="Callout"/>, <see cref="SideBySide"/>, <see cref="TextColumns"/> or
/// <see cref="Contents"/>, and nothing else.
/// </summary>
public abstract record Block
{
    private protected Block()
    {
    }

    /// <summary>The blocks it holds, in reading order.</summary>
    public virtual IEnumerable<Block> Inside => [];

    /// <summary>The same with other blocks in it.</summary>
    public virtual Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => this;
}

/// <summary>A heading and what stands under it. Its level is its depth in the tree, so levels cannot be skipped.</summary>
public sealed record Section(Anchor Id, string Heading, IReadOnlyList<Block> Blocks) : Block
{
    /// <summary>The number before the heading, where the report numbers its sections: <c>2.1</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Starts a page where there are pages.</summary>
    public bool StartsPage { get; init; }

    /// <summary>Whether the contents list names it.</summary>
    public bool InContents { get; init; } = true;

    /// <summary>The notes that its own paragraphs, lists and callouts refer to by <see cref="NoteMark"/>.</summary>
    public IReadOnlyList<Footnote> Footnotes { get; init; } = [];

    /// <summary>The heading with its number.</summary>
    public string FullHeading => Number is null ? Heading : $"{Number} {Heading}";

    /// <summary>A rating said beside the heading.</summary>
    public RatingMark? Rating { get; init; }

    public override IEnumerable<Block> Inside => Blocks;

    public override Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => this with { Blocks = map(Blocks) };
}

public sealed record Paragraph(RichText Text) : Block
{
    /// <summary>The number before it, in papers that number their paragraphs: <c>2.1</c>.</summary>
    public string? Number { get; init; }

    /// <summary>Said more quietly: a source, an explanation under a table.</summary>
    public bool Quiet { get; init; }

    /// <summary>Said in larger letters: the message of the paper.</summary>
    public bool Lead { get; init; }

    /// <summary>Stays on the page of what follows it.</summary>
    public bool KeepsWithNext { get; init; }
}

public enum ListKind
{
    Bullets,
    Numbered,
}

public sealed record ItemList(ListKind Kind, IReadOnlyList<ListItem> Items) : Block;

/// <summary>An item and the list under it, which goes no deeper.</summary>
public sealed record ListItem(RichText Text)
{
    public ListKind NestedKind { get; init; }

    public IReadOnlyList<RichText> Nested { get; init; } = [];
}

public enum DefinitionStyle
{
    /// <summary>A term and what is said of it on one line: the title block, data notes.</summary>
    Facts,

    /// <summary>Side by side where there is room: the posts that answer for an area.</summary>
    Columns,
}

/// <summary>Terms with what is said of each: the title block, an area's post-holders.</summary>
public sealed record DefinitionList(IReadOnlyList<Definition> Definitions) : Block
{
    public DefinitionStyle Style { get; init; }
}

/// <summary>A term and one or more things said of it.</summary>
public sealed record Definition(string Term, IReadOnlyList<RichText> Said)
{
    public Definition(string term, RichText said)
        : this(term, [said])
    {
    }
}

public enum CalloutKind
{
    Note,

    /// <summary>The reader must not miss it.</summary>
    Warning,

    /// <summary>What the ratings, arrows and markers mean.</summary>
    Key,
}

/// <summary>A box apart from the text: guidance, a key, a warning.</summary>
public sealed record Callout(CalloutKind Kind, string? Title, IReadOnlyList<Block> Blocks) : Block
{
    public override IEnumerable<Block> Inside => Blocks;

    public override Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => this with { Blocks = map(Blocks) };
}

/// <summary>Columns beside each other, read one after another; kept on one page. Where there is no room they stand one under another.</summary>
public sealed record SideBySide(IReadOnlyList<IReadOnlyList<Block>> Columns) : Block
{
    public override IEnumerable<Block> Inside => Columns.SelectMany(column => column);

    public override Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => new SideBySide([.. Columns.Select(map)]);
}

/// <summary>Text that flows through two columns of one height where the paper is wide.</summary>
public sealed record TextColumns(IReadOnlyList<Block> Blocks) : Block
{
    public override IEnumerable<Block> Inside => Blocks;

    public override Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => new TextColumns(map(Blocks));
}

/// <summary>A chart with its title, and where wanted, the same figures as a table.</summary>
public sealed record ChartBlock(Chart Chart) : Block
{
    /// <summary>The figures of the chart, folded away on a screen. Paper has them in the tables of the report.</summary>
    public Table? Figures { get; init; }

    /// <summary>A rating said beside the title.</summary>
    public RatingMark? Rating { get; init; }

    /// <summary>What stands beside it: its figures as a table that is seen, what it measures.</summary>
    public IReadOnlyList<Block> Beside { get; init; } = [];

    public override IEnumerable<Block> Inside => Beside;

    /// <summary>The chart and what stands beside it, for paper.</summary>
    public SideBySide AsSideBySide() => new([[this with { Beside = [] }], Beside]);

    public override Block WithInside(Func<IReadOnlyList<Block>, IReadOnlyList<Block>> map) => this with { Beside = map(Beside) };

    /// <summary>A chart of any kind with the table it gives of its own figures.</summary>
    public static ChartBlock WithFigures(Chart chart) => new(chart) { Figures = chart.Figures() };
}

/// <summary>The list of sections, with page numbers where there are pages.</summary>
public sealed record Contents(string Title) : Block
{
    /// <summary>How many levels of sections it names, from 1.</summary>
    public int Depth { get; init; } = 2;
}
