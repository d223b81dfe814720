using System.Globalization;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class SettingsTable : PackTable<PackSetting>
{
    private static readonly PackColumn KeyColumn = new("key", ColumnType.Word, "Which setting.")
    {
        IsRequired = true,
        Words = [
            "organisation", "financial_year_start", "academic_year_start", "term_ends", "locale", "rating_scheme", "public_address", "time_zone",
            "licence", "brand.colour", "brand.font", "brand.logo", "brand.logo_alt", "call_in", "percent_of", "synonyms", "labels.*"
        ],
    };

    private static readonly PackColumn ValueColumn = new(
        "value",
        ColumnType.Text,
        "Months are written as numbers, 4 for April; term_ends as `12,4,7`; public_address as `https://performance.example.gov.uk`; time_zone as "
        + "`Europe/London`, its default; licence as the address of the licence the published data may be used under; brand.colour as "
        + "`#12436d`; brand.logo is a PNG file beside the tables; call_in is on or off: whether Red "
        + "indicators are called in; `on; signals; forecasts` calls in a sign of real decline too, and a year that will probably miss its target; "
        + "percent_of is all or rated: what percentages of ratings are of; synonyms are words that mean the same in a search, "
        + "as `bin = refuse; potholes = road defects`.")
    {
        IsExpected = true,
        Blank = "the setting's default"
    };

    /// <summary>Where figures have decimal points and dates the day first. Months are read by their English and Welsh names in all of them.</summary>
    private static readonly string[] Locales = ["en-GB", "cy-GB", "en-IE", "en", "cy"];

    public override string Name => "settings";

    public override string Summary => "What holds for the whole organisation: its name, when its years start, its rating scheme, the look of its documents.";

    public override bool IsRequired => true;

    public override IReadOnlyList<PackColumn> Key => [KeyColumn];

    protected override IReadOnlyList<PackField<PackSetting>> Fields { get; } =
    [
        new(KeyColumn, row => row.Key),
        new(ValueColumn, row => row.Value),
    ];

    protected override bool IsReferredTo => true;

    protected override IReadOnlyList<PackSetting> RowsOf(Pack pack) => pack.Settings.Rows;

    protected override object KeyOf(PackSetting row) => row.Key;

    protected override PackSetting? Read(RowReader row, PackReadContext pack)
    {
        var key = row.Text(KeyColumn)?.ToLowerInvariant().Replace(' ', '_').Replace("year-start", "year_start", StringComparison.Ordinal);
        var value = row.Text(ValueColumn);
        if (key is null || value is null)
        {
            return null;
        }

        switch (key)
        {
            case "financial_year_start" or "academic_year_start":
                value = row.MonthNumber(ValueColumn)?.ToString(CultureInfo.InvariantCulture) ?? value;
                break;
            case "term_ends":
                value = TermEnds(row, value);
                break;
            case "brand.colour" or "brand.font" or "brand.logo" when BrandText.Wrong(key, value) is { } wrong:
                row.Error(ValueColumn, wrong.Code, value, wrong.Message, wrong.Expected, wrong.Remedy);
                break;
            case "brand.colour" or "brand.font" or "brand.logo" or "brand.logo_alt":
                break;
            case "call_in":
                value = CallIn(row, value);
                break;
            case "percent_of" when value.ToLowerInvariant() is "all" or "rated":
                value = value.ToLowerInvariant();
                break;
            case "percent_of":
                row.Error(ValueColumn, "unknown-word", value, $"\"{value}\" is neither all nor rated.", "all or rated", "Write all or rated.");
                break;
            case "synonyms" when !value.Split(';').All(IsGroupOfSynonyms):
                row.Error(
                    ValueColumn,
                    "not-synonyms",
                    value,
                    $"\"{value}\" does not say which words mean the same.",
                    "words joined by =, groups parted by ;",
                    "Write bin = refuse; potholes = road defects.");
                break;
            case "synonyms":
                break;
            case "locale" when !Locales.Contains(value, StringComparer.OrdinalIgnoreCase):
                row.Error(
                    ValueColumn,
                    "unknown-locale",
                    value,
                    $"Figures and dates are not read as people write them in \"{value}\".",
                    string.Join(", ", Locales),
                    "Write en-GB, or cy-GB for Welsh, and type figures with decimal points and dates day first.");
                break;
            case "public_address" when !Settings.IsPublicAddress(value):
                row.Error(
                    ValueColumn,
                    "not-an-address",
                    value,
                    $"\"{value}\" is not the address of a website.",
                    "a scheme and a name, such as https://performance.example.gov.uk",
                    "Write where people reach the website, without a path.");
                break;
            case "time_zone" when !TimeZoneInfo.TryFindSystemTimeZoneById(value, out _):
                row.Error(
                    ValueColumn,
                    "not-a-time-zone",
                    value,
                    $"\"{value}\" is not a time zone that this machine knows.",
                    "a zone of the IANA database, such as Europe/London",
                    "Write the zone by its name, or remove the row: Europe/London is the default.");
                break;
            case "licence" when !Uri.TryCreate(value, UriKind.Absolute, out var licence) || licence.Scheme is not ("http" or "https"):
                row.Error(
                    ValueColumn,
                    "not-an-address",
                    value,
                    $"\"{value}\" is not the address of a licence.",
                    "where the licence can be read, such as https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                    "Write the address of the licence.");
                break;
            case "time_zone" or "licence":
                break;
            case "organisation" or "locale" or "rating_scheme" or "public_address":
                break;
            default:
                if (!key.StartsWith("labels.", StringComparison.Ordinal))
                {
                    var likely = Spelling.Nearest(key, KeyColumn.Words);
                    row.Tell(
                        Severity.Warning,
                        KeyColumn,
                        "unknown-setting",
                        key,
                        $"There is no setting \"{key}\"; it has no effect.",
                        string.Join(", ", KeyColumn.Words),
                        likely is null ? "Remove it." : $"Write {likely} if that is what is meant.");
                }

                break;
        }

        return new PackSetting(key, value) { At = row.At };
    }

    private static bool IsGroupOfSynonyms(string text) =>
        text.Split('=', StringSplitOptions.TrimEntries) is { Length: > 1 } words && !words.Contains(string.Empty);

    /// <summary><c>on</c>, <c>off</c>, or <c>on; signals; forecasts</c>.</summary>
    private static string CallIn(RowReader row, string value)
    {
        var words = value.ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words is not (["off"] or ["on", ..]) || words.Skip(1).Any(word => word is not ("signals" or "forecasts")))
        {
            row.Error(
                ValueColumn, "unknown-word", value, $"\"{value}\" is neither on nor off.", "on or off, or on; signals; forecasts",
                "Write on or off; after on, a semicolon and signals or forecasts.");
        }

        return string.Join("; ", words);
    }

    private static string TermEnds(RowReader row, string value)
    {
        var months = value.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(PeriodText.MonthNumber)
            .ToList();
        if (months.Count > 0 && months.TrueForAll(month => month is not null) && months.Distinct().Count() == months.Count)
        {
            return string.Join(',', months);
        }

        row.Error(
            ValueColumn,
            "not-a-month",
            value,
            $"\"{value}\" is not a list of different months.",
            "the closing months of the terms, such as 12,4,7",
            "Write 12,4,7 for terms that close in December, April and July.");
        return value;
    }
}
