using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>A number as a person typed it.</summary>
/// <param name="Value">At most 15 significant digits, decimal places as typed.</param>
/// <param name="IsPercent">Typed with a percent sign; the value is 97 for <c>97%</c>.</param>
/// <param name="Currency">The currency it was typed with, as units are written: <c>gbp</c> for a pound sign.</param>
/// <param name="Status">From a shorthand after the number: <c>[p]</c>, <c>(r)</c>, <c>[f]</c>, <c>(est)</c>.</param>
public readonly record struct TypedNumber(decimal Value, bool IsPercent = false, string? Currency = null, ResultStatus? Status = null)
{
    /// <summary>An asterisk after the number sends the reader to a note.</summary>
    public bool HasNoteMark { get; init; }

    /// <summary>The letter p, e or r that stands after the number without brackets: <c>5p</c> is provisional, or five pence.</summary>
    public char? BareMark { get; init; }

    public bool MayBePence => BareMark == 'p' && !IsPercent;

    /// <summary>Typed as <c>5m</c>: five million, but five minutes where time is counted.</summary>
    public bool MayBeMinutes { get; init; }

    /// <summary>The decimal places a workbook's cell shows, where they are fewer than it holds.</summary>
    public int? Places { get; init; }
}
