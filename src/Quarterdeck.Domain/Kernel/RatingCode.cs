using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Domain.Kernel;

/// <summary>A rating in one byte: a band's place in its scheme, or why there is none.</summary>
public readonly record struct RatingCode
{
    private RatingCode(sbyte code) => Code = code;

    /// <summary>The band's place from 0, or -1 and below for a reason.</summary>
    public sbyte Code { get; }

    /// <summary>The band's place in the series' scheme, when it is rated.</summary>
    public int? Band => Code >= 0 ? Code : null;

    /// <summary>Why it is not rated, when it is not.</summary>
    public NotRated? Reason => Code < 0 ? (NotRated)(-1 - Code) : null;

    public static RatingCode Of(NotRated reason) => new((sbyte)(-1 - (int)reason));

    internal static RatingCode Raw(sbyte code) => new(code);

    /// <summary>From what <see cref="BandCuts.Classify"/> answers.</summary>
    internal static RatingCode OfClass(int answer) => answer >= 0 ? new((sbyte)answer) : Of(FigureRating.Refusal(answer));

    public override string ToString() => Band is { } band ? $"band {band}" : Reason!.Value.Words();
}
