using System.Globalization;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Reading;

namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>What the product makes of a plain pack: its rated records, in the second rater's words.</summary>
internal sealed class Product
{
    private static readonly string[] Numbers = ["value", "target", "floor", "ytd", "ytd_target", "ytd_floor", "lower", "upper", "year_target", "forecast"];

    private readonly Rater? _rater;

    public Product(PlainPack pack)
    {
        var rows = pack.Rows.Select((row, place) => new PackRow(row.Table, new RowKey(place.ToString(CultureInfo.InvariantCulture)), row.Cells));
        var reading = PackRows.Read(rows, "pack");
        Refusals = [.. reading.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Where}: {finding.Message}")];
        _rater = reading.Pack is { } read ? new Rater(read) : null;
    }

    /// <summary>Why the pack cannot be read; empty where it can.</summary>
    public IReadOnlyList<string> Refusals { get; }

    /// <summary>The record of an indicator, and those of the parts of its whole by name.</summary>
    public IReadOnlyList<(string? Part, Dictionary<string, string?> Record)> Rate(string reference, int asAt)
    {
        var rated = _rater!.Rate(new IndicatorRef(reference), new Month(asAt / 12, (asAt % 12) + 1));
        return [(null, Record(rated)), .. rated.Breakdowns.Select(part => (part.Breakdown, Record(part)))];
    }

    private static Dictionary<string, string?> Record(RatedIndicator rated)
    {
        return RateRecord.Fields.ToDictionary(field => field.Name, field => Said(field.Name, field.Value(rated)));
    }

    private static string? Said(string field, string? text) => text is null ? null : field switch
    {
        _ when Numbers.Contains(field) && text is "Yes" or "No" => text == "Yes" ? "1" : "0",
        _ when Numbers.Contains(field) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? Fraction.Of(number).Text() : text,
        "reason" or "not_rated" or "ytd_not_rated" => text.StartsWith("rated by hand without", StringComparison.Ordinal)
            ? "rated by hand without all it needs"
            : text.Split(':')[0],
        "no_direction" => NoDirection(text),
        _ => text,
    };

    private static string NoDirection(string text) =>
        Speaks(text, "no good direction", "polarity") ? "no polarity"
        : Speaks(text, "defined differently", "comparable") ? "not comparable"
        : Speaks(text, "target", "thresholds", "attainment") ? "no target"
        : "no figure";

    private static bool Speaks(string text, params string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));
}
