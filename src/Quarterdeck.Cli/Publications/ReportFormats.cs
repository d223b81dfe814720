using System.Text;
using Quarterdeck.App.Publications;
using Quarterdeck.App.Ratings;
using Quarterdeck.App.Records;
using Quarterdeck.App.Reports;
using Quarterdeck.Documents.Data;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;

namespace Quarterdeck.Cli.Publications;

/// <summary>The formats a report can be published in, each with its writer. A new format is a new line here.</summary>
internal static class ReportFormats
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("html", report => [new ReportFile($"{report.Definition.Code}.html", Encoding.UTF8.GetBytes(HtmlWriter.Write(DashboardComposer.Compose(report))))]),
        new("csv", report =>
        [
            new ReportFile($"{report.Definition.Code}-indicators.csv", CsvData.Write(Columns(RateRecord.Fields), Rows(RateRecord.Fields, report.Rated))),
            new ReportFile($"{report.Definition.Code}-periods.csv", CsvData.Write(Columns(PeriodRecord.Fields), Rows(PeriodRecord.Fields, PeriodRecord.Of(report)))),
        ]),
        new("json", report => [new ReportFile($"{report.Definition.Code}.json", JsonData.Write(Columns(RateRecord.Fields), Rows(RateRecord.Fields, report.Rated)))]),
    ];

    private static IReadOnlyList<DataColumn> Columns<T>(IReadOnlyList<RecordField<T>> fields) => [.. fields.Select(field => new DataColumn(field.Name, field.Kind switch
    {
        FieldKind.Text => DataKind.Text,
        FieldKind.Flag => DataKind.Flag,
        FieldKind.Number => DataKind.Number,
    }))];

    private static IEnumerable<IReadOnlyList<string?>> Rows<T>(IReadOnlyList<RecordField<T>> fields, IEnumerable<T> records) =>
        records.Select(record => (IReadOnlyList<string?>)[.. fields.Select(field => field.Value(record))]);
}
