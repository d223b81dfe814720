namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>The rules of which packs are made.</summary>
internal static class Covered
{
    /// <summary>A sum to date is held against a target of its own span, a straight line against the months of the figure.</summary>
    public static bool Spans => true;

    /// <summary>A blank polarity follows from target and floor, or is not known.</summary>
    public static bool BlankPolarity => true;

    /// <summary>A blank year to date of figures that do not add up is a ratio only where the parts are held.</summary>
    public static bool BlankYearToDate => true;

    /// <summary>Cumulative figures are compared with last year's by default.</summary>
    public static bool CumulativeDirection => true;

    /// <summary>A dead band has a column of its own and may be a per cent.</summary>
    public static bool DeadBands => true;

    /// <summary>Places of a figure nobody typed.</summary>
    public static bool ComputedPlaces => false;

    /// <summary>Another basis, or words in the column break, begin a series anew.</summary>
    public static bool Breaks => true;
}
