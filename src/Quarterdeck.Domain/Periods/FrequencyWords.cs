namespace Quarterdeck.Domain.Periods;

/// <summary>Frequencies as words.</summary>
public static class FrequencyWords
{
    /// <summary>As it stands before a noun, in small letters: <c>monthly</c> performance, <c>yearly</c> targets.</summary>
    public static string Adjective(this Frequency frequency) => frequency switch
    {
        Frequency.Month => "monthly",
        Frequency.Quarter => "quarterly",
        Frequency.Term => "termly",
        Frequency.Half => "half-yearly",
        Frequency.Year => "yearly",
    };

    /// <summary>One period of it: <c>month</c>.</summary>
    public static string One(this Frequency frequency) => frequency switch
    {
        Frequency.Month => "month",
        Frequency.Quarter => "quarter",
        Frequency.Term => "term",
        Frequency.Half => "half-year",
        Frequency.Year => "year",
    };

    /// <summary>More than one: <c>months</c>.</summary>
    public static string Several(this Frequency frequency) => frequency.One() + "s";

    /// <summary>How many periods a year has.</summary>
    public static int InYear(this Frequency frequency) => frequency switch
    {
        Frequency.Month => 12,
        Frequency.Quarter => 4,
        Frequency.Term => 3,
        Frequency.Half => 2,
        Frequency.Year => 1,
    };
}
