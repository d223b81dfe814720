using System.Globalization;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Packs;

/// <summary>One row of the settings.</summary>
public sealed record PackSetting(string Key, string Value)
{
    public Origin At { get; init; }
}

/// <summary>The organisation's settings, with the defaults of those it leaves out. Values were checked when they were read.</summary>
public sealed class Settings(IReadOnlyList<PackSetting> rows)
{
    public const string DefaultScheme = "rag-floor";

    public IReadOnlyList<PackSetting> Rows { get; } = rows;

    public string Organisation => Text("organisation") ?? "The organisation";

    /// <summary>First month of the financial year, 1 to 12; April by default.</summary>
    public int FinancialYearStart => Number("financial_year_start") ?? 4;

    /// <summary>First month of the academic year, 1 to 12; September by default.</summary>
    public int AcademicYearStart => Number("academic_year_start") ?? 9;

    /// <summary>Closing months of the school terms; December, April and July by default.</summary>
    public IReadOnlyList<int> TermEnds =>
        Text("term_ends") is { } text
            ? [.. text.Split([',', ';'], StringSplitOptions.TrimEntries).Select(month => int.Parse(month, CultureInfo.InvariantCulture))]
            : [12, 4, 7];

    public string Locale => Text("locale") ?? "en-GB";

    /// <summary>Where the organisation's days begin; null where this machine does not know the zone.</summary>
    public TimeZoneInfo? FindTimeZone() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Text("time_zone") ?? "Europe/London", out var zone) ? zone : null;

    /// <summary>The address of the licence the published data may be used under; null where none is named.</summary>
    public string? Licence => Text("licence");

    public string RatingScheme => Text("rating_scheme") ?? DefaultScheme;

    /// <summary>Where people reach the council's website, without a path: <c>https://performance.example.gov.uk</c>; null where none is set.</summary>
    public string? PublicAddress => Text("public_address")?.TrimEnd('/');

    /// <summary>Whether a text is the address of a website and nothing more: no user, path, query or fragment.</summary>
    public static bool IsPublicAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
        && string.Equals(address.GetLeftPart(UriPartial.Authority), text.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Colour of headings and rules in documents, as in CSS; null for the program's own.</summary>
    public string? BrandColour => Text("brand.colour");

    /// <summary>Family of the letters in Word files; null for the program's own.</summary>
    public string? BrandFont => Text("brand.font");

    /// <summary>Name of the logo's PNG file beside the tables, without folders; null for no logo.</summary>
    public string? BrandLogo => Text("brand.logo");

    /// <summary>What the logo says to those who cannot see it.</summary>
    public string BrandLogoAlt => Text("brand.logo_alt") ?? Organisation;

    /// <summary>Whether the council calls indicators in; null where the setting does not say.</summary>
    public bool? CallIn => Text("call_in") is { } text ? text != "off" : null;

    /// <summary>Whether a sign of real decline calls in too.</summary>
    public bool HasSignalCallIn => Text("call_in")?.Contains("signals", StringComparison.Ordinal) == true;

    /// <summary>Whether a year that will probably miss its target calls in too.</summary>
    public bool HasForecastCallIn => Text("call_in")?.Contains("forecasts", StringComparison.Ordinal) == true;

    /// <summary>Whether percentages of ratings are of the rated indicators only; of all by default.</summary>
    public bool PercentOfRated => string.Equals(Text("percent_of"), "rated", StringComparison.OrdinalIgnoreCase);

    /// <summary>Words that mean the same in a search, each group as the council writes it: <c>bin, refuse</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms => Text("synonyms") is { } text
        ? [.. text.Split(';').Select(group => (IReadOnlyList<string>)group.Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]
        : [];

    /// <summary>The council's own word for a term of ours (<c>floor-standard</c>), from <c>labels.floor-standard</c>.</summary>
    public string Label(string term, string standard) => Text("labels." + term) ?? standard;

    private string? Text(string key) =>
        Rows.FirstOrDefault(row => string.Equals(row.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;

    private int? Number(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
