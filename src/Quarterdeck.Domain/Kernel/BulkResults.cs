namespace Quarterdeck.Domain.Kernel;

/// <summary>Results as columns, in any order of rows. A series and period may occur once.</summary>
/// <param name="Series">From 0.</param>
/// <param name="Period">From 0, in order of time.</param>
/// <param name="Numerator">Scaled by the rule's places; the value itself where there is no denominator.</param>
/// <param name="Denominator">Scaled alike, 0 or more; <see cref="NoDenominator"/> for a value.</param>
public sealed record BulkResults(int[] Series, short[] Period, long[] Numerator, long[] Denominator)
{
    /// <summary>Marks a row whose numerator is the value.</summary>
    public const long NoDenominator = -1;

    public int Count => Series.Length;
}

/// <summary>The ratings of every series and period, one byte each: <c>series x periods + period</c>.</summary>
/// <param name="Periods">How many periods a series has.</param>
/// <param name="Rating">A band's index in the scheme, or a code of <see cref="BulkCode"/>.</param>
/// <param name="YtdRating">The same for the year to date.</param>
/// <param name="Direction">1 improved, -1 worsened, 0 no change, or <see cref="BulkCode.NoResult"/> where it cannot be judged.</param>
/// <param name="Latest">For each series its last period with a number; -1 when it has none.</param>
public sealed record BulkRatings(int Periods, sbyte[] Rating, sbyte[] YtdRating, sbyte[] Direction, int[] Latest)
{
    /// <summary>Bytes held for one result besides the columns handed in: sixteen in the cube while rating, three after.</summary>
    public const int BytesPerResult = 19;
}

/// <summary>Why a cell has no band, beside the refusals of <see cref="BandCuts"/>.</summary>
public static class BulkCode
{
    /// <summary>Nothing was returned for the period, or the one before it.</summary>
    public const sbyte NoResult = -16;

    /// <summary>The denominator is zero.</summary>
    public const sbyte Nil = -17;

    /// <summary>A period of the year is missing.</summary>
    public const sbyte Incomplete = -18;

    /// <summary>The indicator has no year to date.</summary>
    public const sbyte NoYearToDate = -19;
}
