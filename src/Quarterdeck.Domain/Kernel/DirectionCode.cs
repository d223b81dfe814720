using Quarterdeck.Domain.Directions;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Why a direction of travel cannot be judged.</summary>
public enum NoDirection
{
    /// <summary>The period itself has no actual number.</summary>
    NoNumber,

    /// <summary>The period it is compared with has none.</summary>
    NoPrevious,

    /// <summary>Nobody has said which way is good.</summary>
    NoPolarity,

    /// <summary>The comparison is with targets, and one of the two periods has none that serves.</summary>
    NoTarget,

    /// <summary>Inside the thresholds is best, and one of the two periods has none, or the method knows no range.</summary>
    NoThresholds,
}

/// <summary>A direction of travel in one byte: which way, or why none.</summary>
public readonly record struct DirectionCode
{
    private DirectionCode(sbyte code) => Code = code;

    /// <summary>The <see cref="Travel"/>, or -1 and below for a reason.</summary>
    public sbyte Code { get; }

    public Travel? Travel => Code >= 0 ? (Travel)Code : null;

    public NoDirection? Reason => Code < 0 ? (NoDirection)(-1 - Code) : null;

    public static DirectionCode Of(Travel travel) => new((sbyte)travel);

    public static DirectionCode Of(NoDirection reason) => new((sbyte)(-1 - (int)reason));

    internal static DirectionCode Raw(sbyte code) => new(code);

    public override string ToString() => Travel is { } travel ? DirectionOutcome.Word(travel) : $"none: {Reason}";
}
