using System.Buffers;
using System.Globalization;
using System.Text;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Store;

/// <summary>Stored series of plain results as lines of CSV.</summary>
internal sealed class SeriesLines
{
    private readonly ArrayBufferWriter<byte> _lines = new();

    /// <returns>Lines of reference, period, value, numerator and denominator, there until the next series is asked for; nothing when the series is more than
    /// plain.</returns>
    public ReadOnlyMemory<byte> Of(string reference, string body)
    {
        _lines.ResetWrittenCount();

        // A reference that begins with a hyphen or holds a comma is written otherwise in CSV, and whoever wrote round the program may have written anything.
        if (!IndicatorRef.IsValid(reference)
            || !char.IsAsciiLetterOrDigit(reference[0])
            || reference.AsSpan().IndexOfAny(',', '"') >= 0
            || !SeriesReading.TryBegin(Encoding.UTF8.GetBytes(body), out var reading))
        {
            return default;
        }

        var name = Encoding.UTF8.GetBytes(reference);
        while (reading.Next(out var number, out var value, out var numerator, out var denominator))
        {
            var month = ResultList.MonthOf(number);
            _lines.Write(name);
            _lines.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",{month.Year:D4}-{month.Number:D2},")));
            _lines.Write(value);
            _lines.Write(","u8);
            _lines.Write(numerator);
            _lines.Write(","u8);
            _lines.Write(denominator);
            _lines.Write("\n"u8);
        }

        return _lines.WrittenMemory;
    }
}
