using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>A chart: what it is called and what it says, whatever it draws: a <see cref="TrendChart"/>, a <see cref="Sparkline"/> or
/// <see cref="StackedCounts"/>.</summary>
/// <param name="Id">Its place in the document.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What a reader would take from looking at it, in words: the latest value, its rating, the range of values, the gaps.</param>
public abstract record Chart(Anchor Id, string Title, string Description)
{
    /// <summary>The chart laid out, the same for every format.</summary>
    public abstract Scene Lay();

    /// <summary>The figures it draws as a table, for those who read figures and for formats that hold data.</summary>
    public abstract Table Figures();

    /// <summary>The id of the table of its figures.</summary>
    protected Anchor FiguresId => Id.Part("figures");

    /// <summary>The caption of the table of its figures.</summary>
    protected string FiguresCaption => $"{Title}: figures of the chart";
}
