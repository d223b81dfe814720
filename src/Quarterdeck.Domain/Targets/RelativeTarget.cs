using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Targets;

/// <summary>How one target follows from earlier years.</summary>
public enum RelativeKind
{
    /// <summary>Last year's figure and so many per cent of it.</summary>
    Percent,

    /// <summary>Last year's figure and so many units.</summary>
    Units,

    /// <summary>The mean of so many years before.</summary>
    Mean,
}

/// <summary>One way to make a target from earlier years.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">Per cent or units, with their sign, or how many years.</param>
public sealed record RelativePart(RelativeKind Kind, decimal Amount)
{
    /// <summary>As readers see it: <c>+2% on last year</c>.</summary>
    public string Words => Kind == RelativeKind.Mean
        ? $"mean of the last {FigureText.Plain(Amount)} years"
        : $"{(Amount < 0 ? "-" : "+")}{FigureText.Plain(Math.Abs(Amount))}{(Kind == RelativeKind.Percent ? "%" : string.Empty)} on last year";
}

/// <summary>A target made from earlier years' figures: <c>+2%</c> on last year, the mean of some years, or the better of several such.</summary>
/// <param name="Parts">At least one; of several the best one is the target.</param>
public sealed record RelativeTarget(IReadOnlyList<RelativePart> Parts)
{
    public string Words => Parts.Count == 1 ? Parts[0].Words : "best of " + string.Join(" and ", Parts.Select(part => part.Words));

    /// <summary>The target; null where a figure it needs is not held, or nobody has said which of several is best.</summary>
    /// <param name="polarity">Which way is good.</param>
    /// <param name="yearsBefore">The figure so many years before, as displayed; null where none is held.</param>
    public decimal? Resolve(Polarity polarity, Func<int, decimal?> yearsBefore)
    {
        var found = new List<decimal>();
        foreach (var part in Parts)
        {
            if (Resolve(part, yearsBefore) is not { } target)
            {
                return null;
            }

            found.Add(target);
        }

        return found.Count == 1 ? found[0] : polarity switch
        {
            Polarity.Higher => found.Max(),
            Polarity.Lower => found.Min(),
            Polarity.OnTarget or Polarity.Range or Polarity.Neutral => null,
        };
    }

    public bool Equals(RelativeTarget? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(Parts.Count, HashCode.Combine);

    private static decimal? Resolve(RelativePart part, Func<int, decimal?> yearsBefore)
    {
        if (part.Kind != RelativeKind.Mean)
        {
            return yearsBefore(1) is not { } last ? null
                : part.Kind == RelativeKind.Units ? last + part.Amount
                : last + (Math.Abs(last) * part.Amount / 100);
        }

        var years = Enumerable.Range(1, (int)part.Amount).Select(yearsBefore).ToList();
        return years.Contains(null) ? null : years.Sum() / years.Count;
    }
}
