using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The cells that say the year to date and what figures are held against.</summary>
internal static class StandardCells
{
    public static ReportCell YearToDate(RatedIndicator row, TableNotes notes, Labels labels) => row.Ytd switch
    {
        Domain.Results.YearToDate.Known known when row.Indicator.Unit.IsGraded => new ReportCell.Words(FigureText.Cell(row.Indicator, known.Rounded)),
        Domain.Results.YearToDate.Known known => new ReportCell.Number(FigureText.Cell(row.Indicator, known.Rounded), known.Rounded),
        Domain.Results.YearToDate.NotComputed missing => new ReportCell.Absent("not computed", missing.Reason)
        {
            Notes = [notes.Add($"{References.Name(row.Indicator)}: the year to date cannot be computed, as there is {missing.Reason}.")],
        },
        Domain.Results.YearToDate.NotApplicable => new ReportCell.Absent(labels.Of(Labels.NotApplicable), "A year to date does not apply to this indicator."),
        _ => throw new InvalidOperationException("A year to date is known, not computed or not applicable."),
    };

    public static ReportCell Target(RatedIndicator row, Labels labels)
    {
        var latest = row.Standard;
        if (latest.Target is null && latest.Text is { } text)
        {
            return new ReportCell.Words(text);
        }

        var cell = Figure(row, latest.Target, row.YtdStandard.Target, latest.Label, labels, "No target is set.");
        return row.YearStandard?.Target is not { } year || year == latest.Target || row.Latest is not { } period ? cell
            : new ReportCell.Words($"{Shown(cell)}; {period.Calendar.YearLabel(period.Closing)}: {FigureText.Cell(row.Indicator, year)}");
    }

    private static string Shown(ReportCell cell) => cell switch
    {
        ReportCell.Number number => number.Displayed,
        ReportCell.Words words => words.Text,
        ReportCell.Absent absent => absent.Displayed,
        _ => throw new InvalidOperationException("A target is a number, words or absent."),
    };

    public static ReportCell Floor(RatedIndicator row, Labels labels) => row.Indicator.Kind == IndicatorKind.Milestone
        ? new ReportCell.Absent(labels.Of(Labels.NotApplicable), "A milestone has no floor standard.")
        : Figure(row, row.Standard.Floor, row.YtdStandard.Floor, null, labels, "No floor standard is held.");

    /// <summary>The figure of the latest period, and that of the year to date where it is another one and is used.</summary>
    private static ReportCell Figure(RatedIndicator row, decimal? latest, decimal? yearToDate, string? label, Labels labels, string whyNone)
    {
        var hasYear = row.Ytd is Domain.Results.YearToDate.Known;
        if (latest is not { } figure)
        {
            return hasYear && yearToDate is { } only
                ? new ReportCell.Words($"{FigureText.Cell(row.Indicator, only)} ({labels.Of(Labels.YearToDate).ToLowerInvariant()})")
                : new ReportCell.Absent("none", whyNone);
        }

        var shown = FigureText.Cell(row.Indicator, figure);
        var words = shown
            + (label is null ? string.Empty : $" ({label})")
            + (hasYear && yearToDate is { } other && other != figure
                ? $"; {labels.Of(Labels.YearToDate).ToLowerInvariant()} {FigureText.Cell(row.Indicator, other)}" : string.Empty);
        return words == shown && !row.Indicator.Unit.IsGraded ? new ReportCell.Number(shown, figure) : new ReportCell.Words(words);
    }
}
