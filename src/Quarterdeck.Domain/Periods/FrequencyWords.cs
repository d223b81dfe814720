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
}
