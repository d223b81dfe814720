using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Quarterdeck.Documents.Charts;

namespace Quarterdeck.Documents.Html;

/// <summary>Where each value of a trend stands in its drawing, and what it says: for pages whose script shows it under the pointer.</summary>
internal static class ChartPoints
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One point after the other, as its place from the left, from the top, and its words: <c>[[40.5,12,"Oct 2025: 97%. Target: 95%.
    /// Green."]]</c>.</summary>
    public static string Of(TrendChart chart)
    {
        var marks = chart.Lay().Items.OfType<SceneMarker>().Where(mark => mark.Role is SceneRole.Value or SceneRole.Forecast);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartArray();
            foreach (var (mark, point) in marks.Zip(chart.Points.Where(point => point.Value is not null)))
            {
                json.WriteStartArray();
                json.WriteNumberValue(decimal.Round((decimal)mark.At.X, 1));
                json.WriteNumberValue(decimal.Round((decimal)mark.At.Y, 1));
                json.WriteStringValue(Words(chart, point));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Words(TrendChart chart, TrendPoint point)
    {
        var words = new StringBuilder($"{point.Label}: {point.Displayed}");
        words.Append(point.Forecast ? $" ({chart.ForecastWord.ToLowerInvariant()})." : ".");
        Add(chart.TargetWord, point.Target);
        Add(chart.FloorWord, point.Floor);
        Add(chart.ComparatorWord, point.Comparator);
        return words.Append(point.Rating is { } rating ? $" {rating.Label}." : string.Empty).ToString();

        void Add(string word, ChartFigure? figure) => words.Append(figure is null ? string.Empty : $" {word}: {figure.Displayed}.");
    }
}
