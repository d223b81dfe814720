using System.Collections.Concurrent;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Reports;
using Quarterdeck.Documents.Data;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Sheets;
using Quarterdeck.Domain.Assessment;

namespace Quarterdeck.Web.Downloads;

/// <summary>Each indicator as files of data, made when first asked for: every period of it, as everywhere.</summary>
public sealed class IndicatorDownloads(PublicDashboard site)
{
    private const string Metadata = ".csv-metadata.json";

    /// <summary>The longest first: one ends like another.</summary>
    private static readonly string[] Endings = [Metadata, ".csv", ".xlsx", ".ods"];

    private static readonly DataTable Table = new()
    {
        Name = "periods",
        Description = "One row for each period of the indicator with a result.",
        Columns = DataRecords.Columns(PeriodRecord.Fields),
        Key = ["ref", "period", "breakdown"],
    };

    private readonly ConcurrentDictionary<string, Lazy<ReportFile>> _made = new(StringComparer.Ordinal);

    /// <summary>The files of an indicator with what each is in words, in the order they are offered.</summary>
    public IReadOnlyList<(ReportFile File, string Words)> Of(RatedIndicator rated) =>
    [
        (Made(rated, ".xlsx"), "Excel workbook"),
        (Made(rated, ".csv"), "CSV"),
        (Made(rated, Metadata), "What its columns mean"),
        (Made(rated, ".ods"), "OpenDocument"),
    ];

    /// <summary>Where a file of an indicator is.</summary>
    public static string Address(ReportFile file) => "/data/indicators/" + Uri.EscapeDataString(file.Name);

    /// <summary>How large a file is, for those who pay for it: <c>3 KB</c>.</summary>
    public static string Size(int bytes) => $"{(bytes + 1023) / 1024} KB";

    /// <summary>By its name; null when there is none.</summary>
    internal ReportFile? Find(string file) =>
        Endings.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.Ordinal)) is { } ending && site.Find(file[..^ending.Length]) is { } rated
            ? Made(rated, ending)
            : null;

    private ReportFile Made(RatedIndicator rated, string ending)
    {
        var name = rated.Indicator.Ref.FileName + ending;
        return _made.GetOrAdd(name, _ => new Lazy<ReportFile>(() => new ReportFile(name, ending switch
        {
            ".csv" => DataRecords.Csv(PeriodRecord.Fields, PeriodRecord.Of(rated)),
            Metadata => Described(rated),
            ".xlsx" => Bytes(rated, XlsxWriter.Write),
            _ => Bytes(rated, OdsWriter.Write),
        }))).Value;
    }

    private byte[] Described(RatedIndicator rated)
    {
        var csv = Made(rated, ".csv");
        var home = site.Home.Title;
        var title = site.Page(rated).Title.Title;
        return CsvwMetadata.Write(
            new DataSource(rated.Indicator.Ref.Value, title, home.Organisation, home.Language, site.AsAt.ToString()) { Licence = home.Licence },
            new DataFile(Table, csv.Name, csv.Content));
    }

    private byte[] Bytes(RatedIndicator rated, Action<Workbook, Stream> write)
    {
        using var output = new MemoryStream();
        write(SheetComposer.Compose(ReportComposer.Compose(site.Periods(rated))), output);
        return output.ToArray();
    }
}
