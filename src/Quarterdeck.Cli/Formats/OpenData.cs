using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Records;
using Quarterdeck.Application.Reports;
using Quarterdeck.Cli.Output;
using Quarterdeck.Documents.Data;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Cli.Formats;

/// <summary>A report as open data: tables as CSV, each with its CSVW metadata, and one data package that describes them all.</summary>
internal static class OpenData
{
    public static readonly DataTable Indicators = new()
    {
        Name = "indicators",
        Description = "One row for each indicator of the report, with its latest result and how it was rated.",
        Columns = RecordData.Columns(RateRecord.Fields),
        Key = ["ref"],
    };

    public static readonly DataTable Periods = new()
    {
        Name = "periods",
        Description = "One row for each indicator and period with a result.",
        Columns = RecordData.Columns(PeriodRecord.Fields),
        Key = ["ref", "period", "breakdown"],
        Reference = ("ref", Indicators.Name),
    };

    public static IReadOnlyList<ReportFile> Write(Report report)
    {
        var title = report.Title;
        var source = new DataSource(report.Definition.Code, title.Title, title.Organisation, title.Language, title.ResultsTo.ToString())
        {
            Licence = title.Licence,
        };
        DataFile[] files = [File(report, Indicators, RateRecord.Fields, report.Rated), File(report, Periods, PeriodRecord.Fields, PeriodRecord.Of(report))];
        return
        [
            .. files.SelectMany(
                file => new[] { new ReportFile(file.Path, file.Csv), new ReportFile(CsvwMetadata.PathOf(file.Path), CsvwMetadata.Write(source, file)) }),
            new ReportFile(DataPackage.Path, DataPackage.Write(source, files)),
        ];
    }

    private static DataFile File<T>(Report report, DataTable table, IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        new(table, $"{report.Definition.Code}-{table.Name}.csv", RecordData.CsvFile(fields, records));
}
