using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Directions;

/// <summary>Which way an indicator travels.</summary>
public enum Direction
{
    Improved,
    Worsened,
    NoChange,

    /// <summary>Nothing to be told from chance, which is not the same as staying level.</summary>
    NoClearTrend,
}

/// <summary>A direction of travel by one method, or why there is none.</summary>
/// <param name="Method">What the latest result was compared with.</param>
/// <param name="Travel">Null when it cannot be judged.</param>
/// <param name="Reason">Why not, when not: <c>no result for September 2025</c>.</param>
/// <param name="Note">What a reader should know beside it: a cumulative series that crosses its year start.</param>
public sealed record DirectionOutcome(DirectionMethod Method, Direction? Travel, string? Reason, string? Note)
{
    /// <summary>As records say it: <c>improved</c>, <c>worsened</c>, <c>no change</c>, <c>no clear trend</c>.</summary>
    public static string Word(Direction travel) => travel switch
    {
        Directions.Direction.Improved => "improved",
        Directions.Direction.Worsened => "worsened",
        Directions.Direction.NoChange => "no change",
        Directions.Direction.NoClearTrend => "no clear trend",
    };
}
