namespace Quarterdeck.Documents.Tree;

/// <summary>A finished document, ready for any writer. It holds words and figures; it knows nothing of what they measure.</summary>
/// <param name="Title">The title, in words that stand alone in a list of files.</param>
/// <param name="Blocks">What follows the title, in reading order.</param>
public sealed record Document(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>A BCP 47 language tag: <c>en-GB</c>.</summary>
    public string Language { get; init; } = "en-GB";

    /// <summary>A line under the title: the year or the period.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Who publishes it.</summary>
    public string? Organisation { get; init; }

    /// <summary>Who made it; the organisation when nobody is named.</summary>
    public string? Author { get; init; }

    /// <summary>The document's date, from the data: never the day it was written to disk.</summary>
    public DateOnly? Date { get; init; }

    public string? Subject { get; init; }

    /// <summary>One or two sentences for search results and file properties.</summary>
    public string? Description { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The facts under the title: results up to, produced by, published.</summary>
    public DefinitionList? TitleBlock { get; init; }

    public Furniture Furniture { get; init; } = new();

    public Brand Brand { get; init; } = Brand.None;

    /// <summary>The paper lies on its long side, all through the document.</summary>
    public bool Landscape { get; init; }

    /// <summary>What is bound in behind it where a format has pages: appendices. Each keeps its own title, furniture and way of lying.</summary>
    public IReadOnlyList<Document> Bound { get; init; } = [];

    /// <summary>Every block in reading order, the inside of sections and callouts included.</summary>
    public IEnumerable<Block> AllBlocks() => Blocks.SelectMany(Below);

    private static IEnumerable<Block> Below(Block block) => block.Inside.SelectMany(Below).Prepend(block);
}

/// <summary>What stands at the edge of every page and is no part of the content.</summary>
public sealed record Furniture
{
    /// <summary>At the head of a page: <c>Appendix 1</c>.</summary>
    public string? Header { get; init; }

    /// <summary>At the foot of a page, beside the page number.</summary>
    public string? Footer { get; init; }

    /// <summary>The protective marking: <c>Unrestricted</c>.</summary>
    public string? Classification { get; init; }

    public bool PageNumbers { get; init; } = true;
}
