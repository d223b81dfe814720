using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What councils call their columns, and what such a column is. The first that fits counts, so the narrower come first.</summary>
internal static partial class HeadingRoles
{
    private static readonly (ColumnRole Role, Regex Words)[] Known = new (ColumnRole, string)[]
    {
        (ColumnRole.Ignore, "^(previous|prev|last|prior) (year|yr)s? target|^(who|compared with|page|page no|page numbers?|trend|sparkline|chart|graph|rank|"
            + "quartile|weight|order|row|benchmark.*|national.*|england.*|"
            + "nearest neighbours?.*|comparators?.*|variance.*|difference.*|change.*|gap.*|forecast.*|full year.*|total|totals|average|mean)$"),
        (ColumnRole.PreviousRating, "(previous|prev|last|prior)( (month|period|quarter|qtr|yr|year))? (rag|rating|status)"),
        (ColumnRole.YtdRating, "((ytd|year to date|year|cumulative).*(rag|rating|status))|((rag|rating|status).*(ytd|year to date))"),
        (ColumnRole.Note, "^(data status|note|notes|remarks|data note)$"),
        (ColumnRole.Polarity, "polarity|good is|good performance|which way|aim to|(high|low|higher|lower|bigger|smaller).* better|^better$"),
        (ColumnRole.YtdTarget, "(ytd|year to date|cumulative|profiled) target|target.*(ytd|year to date)"),
        (ColumnRole.Target, "target|^goal$|^plan$|^standard$|^aim$"),
        (ColumnRole.PreviousYearYtd, "(previous|prev|prior|last) (yr|year).*(ytd|to date)|(ytd|to date).*(previous|prev|prior|last) (yr|year)"),
        (ColumnRole.PreviousYear, "(previous|prev|prior|last) (yr|year)|same (month|quarter|period).*(last|previous) (yr|year)|^last yr$"),
        (ColumnRole.UpperLower, "upper( threshold| limit)?( and| or|/)? lower"),
        (ColumnRole.LowerUpper, "lower( threshold| limit)?( and| or|/)? upper"),
        (ColumnRole.Range, "^(in|within)( the)? (expected )?range|^alert$|^range alert$|in expected range"),
        (ColumnRole.Upper, "upper|^(range )?max(imum)?$"),
        (ColumnRole.Floor, "floor|red threshold|minimum|lower limit|threshold$|^min$|amber threshold|tolerance"),
        (ColumnRole.Lower, "lower|^(range )?min$"),
        (ColumnRole.Direction, "direction|^dot$|travel|^dir$|arrow|^improving"),
        (ColumnRole.Rating, "^(rag|status|rating|r a g|brag|traffic light)$|rag( rating| status)?$|^rag |"
            + "(month|monthly|qtr|quarter|quarterly|latest|current|overall)( performance)? (rag|rating|status)"),
        (ColumnRole.Ytd, "ytd|year to date|^to date$|cumulative|year end to date"),
        (ColumnRole.Commentary, "comment|narrative|explanation|reason|what happened|action"),
        (ColumnRole.CabinetMember, "cabinet member|portfolio holder|lead member"),
        (ColumnRole.Owner, "officer|owner|^lead$|lead |accountable|responsible|head of service|manager|^director$"),
        (ColumnRole.Numerator, "^numerator|^num$|number (achieved|met|in time)"),
        (ColumnRole.Denominator, "^denominator|^denom$|^out of$|^base$"),
        (ColumnRole.Unit, "^units?$|unit of measure|measure type|^format$|measured in"),
        (ColumnRole.Frequency, "frequency|^reported$|how often"),
        (ColumnRole.Ref, "^(kpi |pi |indicator |measure |local )?(ref|reference|code|id|no|number|ref no|ref number)$|^(kpi|pi)$|^#$|^ref "),
        (ColumnRole.Area, "^(service|service area|department|dept|directorate|division|area|team|business unit|theme|priority|portfolio)s?$|service area"),
        (ColumnRole.Title, "^(indicator|kpi|measure|performance indicator|performance measure|description|title|name)s?( description| title| name)?$"
            + "|^what we measure$|indicator description|^definition$|key performance indicator"),
        (ColumnRole.Period, "^(month|period|quarter|year|date|reporting (month|period|quarter)|period ending|month ending|period end|financial year)$"),
        (ColumnRole.Value, "^(actual|result|outturn|performance|value|figure|score|achieved|latest|current|current performance|current value|"
            + "actual performance|latest result|latest value|latest performance|perf|data|this month|this quarter)s?$|^[a-z ]{0,30}(actual|result|outturn)s?$"),
    }.Select(each => (each.Item1, new Regex(each.Item2, RegexOptions.CultureInvariant))).ToArray();

    /// <summary>What a heading of words names; unknown when it is none councils use.</summary>
    public static ColumnRole Of(string heading)
    {
        var plain = Plain(heading);
        return plain.Length is 0 or > 60 ? ColumnRole.Unknown : Known.FirstOrDefault(each => each.Words.IsMatch(plain)).Role;
    }

    /// <summary>In small letters, without stops, marks and brackets that are empty of meaning.</summary>
    public static string Plain(string heading) =>
        Spaces().Replace(Marks().Replace(heading.ToLowerInvariant(), " "), " ").Trim();

    [GeneratedRegex(@"[^a-z0-9#/ ]|\band\b(?= *$)", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
