namespace Quarterdeck.Domain.Ratings;

/// <summary>What a band means for management, whatever its word or colour.</summary>
public enum BandMeaning
{
    /// <summary>Achieved: nothing is asked.</summary>
    Achieved,

    /// <summary>Short of the target but above the floor: Amber.</summary>
    Short,

    /// <summary>Below the floor: Red. Management must act, and assurance calls it in.</summary>
    Failing,
}

/// <summary>A band as a reader meets it: a word and a shape, and a colour that never stands alone.</summary>
/// <param name="Code">The scheme's code: <c>green</c>.</param>
/// <param name="Label">The word shown and recorded: <c>Green</c>.</param>
/// <param name="Shape">circle, diamond, square, triangle or star: differs between the bands of a scheme.</param>
/// <param name="Colour">A CSS hex colour.</param>
/// <param name="Standing">What it means for management.</param>
/// <param name="Order">Place in the scheme, best first, from 0.</param>
public sealed record Band(string Code, string Label, string Shape, string Colour, BandMeaning Standing, int Order)
{
    public override string ToString() => Label;
}
