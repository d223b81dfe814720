using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Reports;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Reports;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Cli.Formats;

/// <summary>The data of a report as sheets of its workbook: every figure in one long table, and what others achieved in another.</summary>
internal static class DataSheets
{
    private const string NoneApplies = "[z]";

    /// <summary>Decimal places a cell shows at most.</summary>
    private const int MostPlaces = 9;

    public static IReadOnlyList<Sheet> Of(Report report)
    {
        var figures = PeriodRecord.Of(report);
        List<(string Ref, string Title, PeerRow Row)> compared =
        [
            .. from detail in report.Parts.OfType<SheetsPart>().SelectMany(part => part.Sheets).Select(sheet => sheet.Detail)
               from row in detail.Peers?.Rows ?? []
               select (detail.Rated.Indicator.Ref.Value, detail.Rated.Indicator.Title, row),
        ];
        return
        [
            .. figures.Count == 0 ? [] : new[] { Figures(figures) },
            .. compared.Count == 0 ? [] : new[]
            {
                Sheet(
                    "Comparators",
                    "What others achieved",
                    "One row for each indicator and council or average it is compared with.",
                    [new("Ref", 14), new("Indicator", 50), new("Who", 30), new("Period", 20), new("Value", 16), new("Place", 8), new("Note", 50)],
                    [.. compared.Select(one => (IReadOnlyList<SheetCell>)
                    [
                        Text(one.Ref), Text(one.Title), Text(one.Row.Name), Text(one.Row.Period), Text(one.Row.Displayed), Figure(one.Row.Rank),
                        Text(one.Row.Note),
                    ])]),
            },
        ];
    }

    private static Sheet Figures(IReadOnlyList<PeriodRecord> records)
    {
        var (parted, noted) = (records.Any(one => one.Rated.Breakdown is not null), records.Any(one => one.Own.Result?.Note is not null));
        return Sheet(
            "Figures",
            "Every indicator and period",
            "One row for each indicator and period with a result. Values, targets and thresholds are exact, in the unit of their row. "
                + "A scale of 1000 means thousands.",
            [
                new("Ref", 14), new("Indicator", 50), new("Area", 30), new("Kind", 12),
                .. parted ? [new SheetColumn("Part of the whole", 24)] : Array.Empty<SheetColumn>(),
                new("Period", 20), new("Closing month", 14), new("Value", 14), new("As printed", 16), new("Unit", 14), new("Scale", 8), new("Status", 14),
                new("Target", 14), new("Floor", 14), new("Lower", 14), new("Upper", 14), new("Rating", 16),
                .. noted ? [new SheetColumn("Note", 50)] : Array.Empty<SheetColumn>()
            ],
            [.. records.Select(one => Row(one, parted, noted))]);
    }

    private static IReadOnlyList<SheetCell> Row(PeriodRecord record, bool parted, bool noted)
    {
        var (indicator, own) = (record.Rated.Indicator, record.Own);
        return
        [
            Text(indicator.Ref.Value), Text(indicator.Title), Text(record.Rated.AreaName), Text(RateRecord.Kind(indicator.Kind)),
            .. parted ? [new SheetCell.Text(record.Rated.Breakdown ?? "whole")] : Array.Empty<SheetCell>(),
            Text(own.Period.Label), Text(own.Period.Closing.ToString()), Figure(own.Value), Text(own.Displayed), Text(indicator.Unit.Code),
            Figure(indicator.Scale), Text(Status(own.Result)), own.Standard.Text is { } words ? Text(words) : Figure(own.Standard.Target),
            Figure(own.Standard.Floor), Figure(own.Standard.Lower), Figure(own.Standard.Upper), Text(own.Rating.Band?.Label),
            .. noted ? [Text(own.Result?.Note)] : Array.Empty<SheetCell>(),
        ];
    }

    private static string? Status(Result? result) =>
        result is null ? null : Series.MarkerOf(result)?.Marker?.Code() ?? RateRecord.Status(result.Status);

    private static Sheet Sheet(string name, string heading, string line, IReadOnlyList<SheetColumn> columns, IReadOnlyList<IReadOnlyList<SheetCell>> rows) =>
        new(
            name,
            heading,
            [new SheetCell.Link("Back to the contents", "#Contents"), new SheetCell.Text(line)],
            new SheetTable(name.ToLowerInvariant(), columns, rows, rows.Count));

    private static SheetCell.Text Text(string? words) => new(string.IsNullOrWhiteSpace(words) ? NoneApplies : words.ReplaceLineEndings(" "));

    private static SheetCell Figure(decimal? value) =>
        value is { } number ? new SheetCell.Number(number, Math.Min((int)number.Scale, MostPlaces)) : new SheetCell.Text(NoneApplies);
}
