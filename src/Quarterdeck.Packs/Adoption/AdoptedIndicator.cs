using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Packs.Adoption;

/// <summary>A figure or word of an indicator with the cell it came from.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Period">Of which period; null for what holds for the whole row.</param>
/// <param name="Text">As a person typed it.</param>
/// <param name="Figure">As read; of a rating or a word the default.</param>
/// <param name="Cell">The account of it; null for a cell without a digit.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record AdoptedFigure(ColumnRole Role, Month? Period, string Text, ReadFigure Figure, AdoptedCell? Cell, string Place)
{
    public int? Places { get; init; }
}

/// <summary>An indicator as far as the sources tell of it.</summary>
internal sealed class AdoptedIndicator(string title)
{
    private readonly List<AdoptedFigure> _figures = [];

    public string? Ref { get; set; }

    public string Title { get; set; } = title;

    public string? ShortTitle { get; set; }

    /// <summary>The title stands beside figures of periods, so it is the full one.</summary>
    public bool HasOwnTitle { get; set; }

    public string? Area { get; set; }

    public string? Owner { get; set; }

    public string? Unit { get; set; }

    public string? Polarity { get; set; }

    public string? Source { get; set; }

    public string? Basis { get; set; }

    public Frequency? Frequency { get; set; }

    public bool IsActivity { get; set; }

    /// <summary>The words about it, each with what it is: commentary, action, risk.</summary>
    public List<(string Kind, string Text)> Words { get; } = [];

    /// <summary>The steps of a milestone: what, when, and what became of it.</summary>
    public List<(string Step, DateOnly Due, string State)> Steps { get; } = [];

    /// <summary>The file's own latest period, which is the round it was printed in.</summary>
    public Month? Round { get; set; }

    public IReadOnlyList<AdoptedFigure> Figures => _figures;

    public IEnumerable<AdoptedFigure> Of(ColumnRole role) => _figures.Where(figure => figure.Role == role);

    public AdoptedFigure? First(ColumnRole role) => Of(role).FirstOrDefault(figure => figure.Period is null) ?? Of(role).LastOrDefault();

    /// <summary>The results that are numbers or markers, by period.</summary>
    public IReadOnlyList<AdoptedFigure> Results => [.. Of(ColumnRole.Value).Where(figure => figure.Period is not null).OrderBy(figure => figure.Period)];

    /// <summary>The latest period with a figure.</summary>
    public Month? Latest => Results is [.., var last] results
        ? (results.LastOrDefault(figure => figure.Figure.Number is not null) ?? last).Period : null;

    /// <summary>Takes a figure; one that says otherwise than an earlier one of the same kind and period is not taken.</summary>
    public void Add(AdoptedFigure figure)
    {
        var earlier = _figures.FirstOrDefault(each => each.Role == figure.Role && each.Period == figure.Period);
        if (earlier is null)
        {
            _figures.Add(figure);
        }
        else if (figure.Cell is { } cell && (earlier.Figure.Number != figure.Figure.Number || earlier.Figure.Marker != figure.Figure.Marker))
        {
            (cell.State, cell.Reason) = (AdoptedState.Unsure, $"Another figure for the same stands in {earlier.Place}: {earlier.Text}. That one was taken.");
        }
    }

    /// <summary>Marks a figure as one a person should look at.</summary>
    public static void Doubt(AdoptedFigure figure, string reason)
    {
        if (figure.Cell is { State: AdoptedState.Read } cell)
        {
            (cell.State, cell.Reason) = (AdoptedState.Unsure, reason);
        }
    }
}
