using System.Text.Json;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Web.Tests.Figures;

/// <summary>The open data of a site for programs, as it is sent: a record an indicator, and one a period of it.</summary>
internal sealed class OpenRecords
{
    private readonly Dictionary<string, Dictionary<string, string?>> _indicators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Dictionary<string, string?>>> _periods = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Refs => _indicators.Keys;

    public static async Task<OpenRecords> Of(Func<string, Task<string>> read)
    {
        var records = new OpenRecords();
        foreach (var record in Rows(await read("/api/v1/indicators?per_page=500")))
        {
            var reference = record["ref"]!;
            records._indicators[reference] = record;
            records._periods[reference] = [.. Rows(await read($"/api/v1/indicators/{reference}/periods?per_page=500"))];
        }

        return records;
    }

    public IReadOnlyDictionary<string, string?> this[string reference] => _indicators[reference];

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Periods(string reference) => _periods[reference];

    /// <summary>The period that closes in a month; null when there is none with a result.</summary>
    public IReadOnlyDictionary<string, string?>? Period(string reference, string closing) =>
        _periods[reference].FirstOrDefault(own => own["period"] == closing);

    /// <summary>The one band of an indicator as its counts have it, as at a month: of the last period that has a result by then.</summary>
    public string? RatingBy(string reference, string month) =>
        _periods[reference].LastOrDefault(
            own => string.CompareOrdinal(own["period"], month) <= 0 && (own["value"] ?? own["marker"]) is not null && own["status"] != "forecast")?["rating"];

    /// <summary>What the records of a report say, field for field: of a publication that was corrected since.</summary>
    public static OpenRecords Of(IEnumerable<RatedIndicator> rated)
    {
        var records = new OpenRecords();
        foreach (var one in rated)
        {
            records._indicators[one.Indicator.Ref.Value] =
                RateRecord.Fields.ToDictionary(field => field.Name, field => field.Value(one), StringComparer.Ordinal);
            records._periods[one.Indicator.Ref.Value] = [
                .. PeriodRecord.Of(one).Select(own => PeriodRecord.Fields.ToDictionary(field => field.Name, field => field.Value(own), StringComparer.Ordinal))
            ];
        }

        return records;
    }

    private static IEnumerable<Dictionary<string, string?>> Rows(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var record in document.RootElement.EnumerateArray())
        {
            yield return record.EnumerateObject().ToDictionary(
                field => field.Name,
                field => field.Value.ValueKind == JsonValueKind.Null ? null : field.Value.ToString(),
                StringComparer.Ordinal);
        }
    }
}
