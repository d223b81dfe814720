using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Reports;

/// <summary>
/// The year before, like for like. The heading says what most rows compare with (their year to date, or the same period a
/// year before); a row that differs says so in a note.
/// </summary>
internal sealed class PreviousYearColumn
{
    private readonly Labels _labels;
    private readonly bool _yearToDate;

    public PreviousYearColumn(Labels labels, IReadOnlyList<RatedIndicator> rows)
    {
        _labels = labels;
        var known = rows.Where(Has).ToList();
        var years = known.Count(row => IsYearToDate(row));
        _yearToDate = years * 2 >= known.Count && years > 0;
        Heading = _yearToDate ? labels.Of(Labels.PreviousYearToDate)
            : known.Count > 0 ? labels.YearBefore(known[0].Indicator.Calendar.Frequency)
            : labels.Of(Labels.PreviousYear);
    }

    public string Heading { get; }

    public bool Has(RatedIndicator row) => Figure(row) is not null;

    /// <param name="row">The record.</param>
    /// <param name="notes">Takes the note of a row that compares with something else than the heading says.</param>
    public ReportCell Cell(RatedIndicator row, TableNotes notes)
    {
        if (Figure(row) is not { } figure)
        {
            return new ReportCell.Absent(_labels.Of(Labels.NotApplicable), "Nothing is held for the year before.");
        }

        var shown = FigureText.Cell(row.Indicator, figure);
        if (row.Indicator.Unit.IsGraded)
        {
            return new ReportCell.Words(shown);
        }

        if (figure.Number is not { } number)
        {
            return new ReportCell.Absent(shown, figure.Marker?.Code() ?? shown);
        }

        return new ReportCell.Number(shown, number) { Notes = IsYearToDate(row) == _yearToDate ? [] : [notes.Add(Differs(row))] };
    }

    private string Differs(RatedIndicator row) => _yearToDate
        ? $"The figure of {row.Latest?.YearBefore.Label} alone, as the indicator has no year to date."
        : "The figure of last year's months up to the same point.";

    private static bool IsYearToDate(RatedIndicator row) => row.Ytd is not YearToDate.NotApplicable && row.PreviousYearYtd is not null;

    private static Figure? Figure(RatedIndicator row) => IsYearToDate(row) ? row.PreviousYearYtd : row.PreviousYear;
}
