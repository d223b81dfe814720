namespace Quarterdeck.Domain.Indicators;

/// <summary>
/// What a figure counts, by its code in the pack (<c>percent</c>, <c>gbp</c>, <c>days</c>). A code this table does not
/// know is the council's own word and is printed after the figure.
/// </summary>
public readonly record struct Unit(string Code)
{
    /// <summary>The currencies figures can be in, by their code in small letters, and what stands before a figure.</summary>
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["gbp"] = "£",
        ["eur"] = "€",
        ["usd"] = "$",
        ["chf"] = "CHF ",
        ["sek"] = "SEK ",
        ["nok"] = "NOK ",
        ["dkk"] = "DKK ",
        ["pln"] = "PLN ",
        ["aud"] = "A$",
        ["nzd"] = "NZ$",
        ["cad"] = "CA$",
    };

    /// <summary>The codes of the currencies, as a pack writes them.</summary>
    public static IReadOnlyList<string> Currencies { get; } = [.. Signs.Keys.Select(code => code.ToUpperInvariant())];

    public static readonly Unit Number = new("number");

    public static readonly Unit Percent = new("percent");

    public bool IsPercent => Code == "percent";

    public bool IsMoney => Signs.ContainsKey(Code);

    /// <summary>Whether its figures are words: the grades of a scheme, or yes and no.</summary>
    public bool IsGraded => Code == "grade" || IsYesNo;

    public bool IsYesNo => Code == "yes-no";

    /// <summary>Whether figures of several periods may be added up: counts and money, not rates or averages.</summary>
    public bool IsAdditive => Code == "number" || IsMoney;

    /// <summary>Printed before the figure: the sign of its currency, else nothing.</summary>
    public string Prefix => Signs.GetValueOrDefault(Code, string.Empty);

    /// <summary>Printed straight after the figure in every cell: the percent sign, else nothing.</summary>
    public string Suffix => IsPercent ? "%" : string.Empty;

    /// <summary>The words a heading or sentence uses; empty for a plain number, a percentage or money, which speak for themselves.</summary>
    public string Words => Code switch
    {
        "number" or "percent" or "" or "date" or "grade" or "yes-no" => string.Empty,
        _ when IsMoney => string.Empty,
        "fte" => "full-time equivalent",
        _ when Code.StartsWith("per-", StringComparison.Ordinal) => "per " + Grouped(Code[4..]),
        _ => Code.Replace('-', ' '),
    };

    private static string Grouped(string text) =>
        text.Length > 3 && text.All(char.IsAsciiDigit) ? text[..^3] + "," + text[^3..] : text.Replace('-', ' ');
}
