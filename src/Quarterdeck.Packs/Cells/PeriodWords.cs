using System.Globalization;
using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Cells;

/// <summary>The words of dates and periods: months by name, years in two digits.</summary>
internal static partial class PeriodWords
{
    public const string MonthPattern = "(" + Names + ")";

    /// <summary>The first month of several, as the group <c>from</c>.</summary>
    public const string FromPattern = "(?<from>" + Names + ")";

    /// <summary>The last month of several, as the group <c>to</c>.</summary>
    public const string ToPattern = "(?<to>" + Names + ")";

    /// <summary>In English and in Welsh, in full and as they are shortened.</summary>
    private const string Names =
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
        + "|ion(?:awr)?|chwef(?:ror)?|mawrth|maw|ebr(?:ill)?|mai|meh(?:efin)?|gorff(?:ennaf)?|awst|medi?|hyd(?:ref)?|tach(?:wedd)?|rhag(?:fyr)?";

    private const string Months = "jan feb mar apr may jun jul aug sep oct nov dec ion chw maw ebr mai meh gor aws med hyd tac rha ";

    /// <summary>Small letters, one kind of dash and space, no commas.</summary>
    public static string Plain(string text)
    {
        var plain = text.ToLowerInvariant().Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2212', '-').Replace(',', ' ');
        return Spaces().Replace(plain, " ").Trim();
    }

    /// <summary>1 to 12 for a name that <see cref="MonthPattern"/> matched.</summary>
    public static int Month(string name) => (Months.IndexOf(name[..3], StringComparison.Ordinal) / 4 % 12) + 1;

    /// <summary>Two digits below 80 are of this century.</summary>
    public static int Year(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length == 4 ? year : year < 80 ? 2000 + year : 1900 + year;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
