namespace Quarterdeck.Domain.Results;

/// <summary>A number of at most 18 digits, or a blank; digits and places apart, so that trailing zeros are kept.</summary>
/// <param name="Digits">Without the point: 9750 for 97.50.</param>
/// <param name="Scale">Digits after the point, 2 for 97.50; <see cref="NoScale"/> for a blank.</param>
public readonly record struct PlainNumber(long Digits, sbyte Scale)
{
    internal const sbyte NoScale = -1;

    public static PlainNumber Blank { get; } = new(0, NoScale);

    public bool IsBlank => Scale == NoScale;

    /// <summary>As a decimal with its places; not for a blank.</summary>
    public decimal Number
    {
        get
        {
            var size = Math.Abs(Digits);
            return new decimal(unchecked((int)size), unchecked((int)(size >> 32)), 0, Digits < 0, (byte)Scale);
        }
    }
}
