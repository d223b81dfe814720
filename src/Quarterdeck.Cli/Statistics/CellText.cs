using System.Globalization;

namespace Quarterdeck.Cli.Statistics;

/// <summary>Cells of result files: numbers with a full stop, nothing where nothing is known, 1 and 0 for yes and no.</summary>
internal static class CellText
{
    public static string Of(decimal? number) => number is { } known ? known.ToString("G29", CultureInfo.InvariantCulture) : string.Empty;

    public static string Of(int? number) => number is { } known ? known.ToString(CultureInfo.InvariantCulture) : string.Empty;

    public static string Of(double? number) => number is { } known && double.IsFinite(known) ? known.ToString("R", CultureInfo.InvariantCulture) : string.Empty;

    public static string Of(bool? truth) => truth is { } known ? known ? "1" : "0" : string.Empty;

    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
