using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Reports;

/// <summary>The cells of a row under the period columns.</summary>
internal static class PeriodCells
{
    /// <param name="row">The record.</param>
    /// <param name="periods">The table's columns.</param>
    /// <param name="notes">Takes the notes of results.</param>
    /// <param name="labels">The words.</param>
    /// <param name="allProvisional">A remark says it of the whole table, so no figure is marked.</param>
    public static IReadOnlyList<ReportCell> Of(RatedIndicator row, IReadOnlyList<Period> periods, TableNotes notes, Labels labels, bool allProvisional)
    {
        if (periods.Count == 0)
        {
            return [];
        }

        var own = periods.Select(period => PeriodWindow.At(row, period)).ToList();
        var nothingCounted = own.All(period => period?.Value is null);
        if (nothingCounted && row.Rating is RatingOutcome.Unrated { Reason: NotRated.Marker } marked)
        {
            // Suspended: one sentence across the periods, as the council worded it.
            return [new ReportCell.Absent(Phrases.Sentence(row.Displayed), marked.Words) { Span = periods.Count, Notes = Notes(own[^1], notes) }];
        }

        return [.. own.Select(period => Cell(period, notes, labels, allProvisional))];
    }

    /// <summary>The mark of a figure that is not final.</summary>
    public static string? Status(Result? result) => result?.Status switch
    {
        ResultStatus.Provisional => "p",
        ResultStatus.Estimated => "e",
        ResultStatus.Forecast => "f",
        ResultStatus.Final or null => null,
    };

    private static ReportCell Cell(RatedPeriod? period, TableNotes notes, Labels labels, bool allProvisional)
    {
        if (period is { Result.Value: { Number: not null, Words: not null } })
        {
            return new ReportCell.Words(period.Displayed) { Notes = Notes(period, notes) };
        }

        if (period?.Value is { } value)
        {
            var status = allProvisional ? null : Status(period.Result);
            return new ReportCell.Number(period.Displayed, Rounding.To(value, period.Decimals), status) { Notes = Notes(period, notes) };
        }

        return period?.Result is { Value: { Marker: { } marker } figure }
            ? new ReportCell.Absent(figure.Words ?? marker.Shown(), figure.ToString()) { Notes = Notes(period, notes) }
            : new ReportCell.Absent(
                period is { Displayed.Length: > 0 } ? period.Displayed : labels.Of(Labels.NoResult),
                "Nothing has been returned for this period.");
    }

    private static IReadOnlyList<string> Notes(RatedPeriod? period, TableNotes notes) =>
        period?.Result?.Note is { } note ? [notes.Add($"{period.Period.Label}: {note}")] : [];
}
