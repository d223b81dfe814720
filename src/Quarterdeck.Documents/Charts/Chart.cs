using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>A chart: what it is called and what it says, whatever it draws. So far a <see cref="TrendChart"/>.</summary>
/// <param name="Id">Its place in the document.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What a reader would take from looking at it, in words: the latest value, its rating, the range of values, the gaps.</param>
public abstract record Chart(Anchor Id, string Title, string Description)
{
    /// <summary>The chart laid out, the same for every format.</summary>
    public abstract Scene Lay();
}
