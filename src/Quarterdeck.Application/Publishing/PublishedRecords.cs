using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// The rated records a publication printed, as they were then: by the indicator's reference, each field's text by its name. They stay what
/// they were whatever later versions of the program would compute.
/// </summary>
public sealed class PublishedRecords
{
    // What a reader sees of an indicator; how it came about is told beside it and may be reworded.
    private static readonly string[] Compared =
        [
            "latest_period", "displayed", "target", "floor", "rating", "ytd_displayed", "ytd_target", "ytd_floor", "ytd_rating", "lower", "upper", "range",
            "direction"
        ];

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _records;

    private PublishedRecords(Dictionary<string, IReadOnlyDictionary<string, string>> records)
    {
        _records = records;
    }

    public static PublishedRecords Of(IEnumerable<RatedIndicator> rated) => new(rated.ToDictionary(
        one => one.Indicator.Ref.Value,
        one => (IReadOnlyDictionary<string, string>)RateRecord.Fields.Select(field => (field.Name, Value: field.Value(one)))
            .Where(field => field.Value is not null)
            .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal),
        StringComparer.Ordinal));

    /// <summary>Those of a publication; null when the store has none of that identity.</summary>
    public static PublishedRecords? Find(StoredState state, string id)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Of(SystemTables.PublishedRecords).FirstOrDefault(row => row.Key == id) is { } row
            ? new PublishedRecords(RowBody.Read(row.Body!).ToDictionary(record => record.Key, record => RowBody.Read(record.Value), StringComparer.Ordinal))
            : null;
    }

    /// <summary>The indicators that were printed.</summary>
    public IEnumerable<IndicatorRef> Refs => _records.Keys.Select(reference => new IndicatorRef(reference));

    public bool Has(IndicatorRef reference) => _records.ContainsKey(reference.Value);

    /// <summary>The fields of an indicator by their names; null when it was not printed.</summary>
    public IReadOnlyDictionary<string, string>? Of(IndicatorRef reference) => _records.GetValueOrDefault(reference.Value);

    /// <summary>What a reader of both would see differ, by indicator.</summary>
    public IEnumerable<FigureChange> ChangesTo(PublishedRecords later)
    {
        ArgumentNullException.ThrowIfNull(later);
        foreach (var reference in later._records.Keys.Union(_records.Keys))
        {
            var (before, after) = (_records.GetValueOrDefault(reference), later._records.GetValueOrDefault(reference));
            foreach (var field in Compared)
            {
                var (was, now) = (before?.GetValueOrDefault(field), after?.GetValueOrDefault(field));
                if (was != now)
                {
                    yield return new FigureChange(reference, (after ?? before)!.GetValueOrDefault("title", reference), field, was, now);
                }
            }
        }
    }

    internal RowWrite Statement(string id, long place) =>
        new(SystemTables.PublishedRecords, id, 0, place, RowBody.Write(_records.ToDictionary(record => record.Key, record => RowBody.Write(record.Value))));
}

/// <summary>One figure or word that differs between two publications.</summary>
/// <param name="Ref">The indicator's reference.</param>
/// <param name="Title">What it measures.</param>
/// <param name="Field">Name of the field in records: <c>displayed</c>.</param>
/// <param name="Before">As published first; null where it had none.</param>
/// <param name="After">As published later; null where it has none.</param>
public sealed record FigureChange(string Ref, string Title, string Field, string? Before, string? After);
