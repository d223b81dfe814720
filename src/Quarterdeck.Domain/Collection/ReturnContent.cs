using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Domain.Collection;

/// <summary>
/// Everything an approver sees of a return and signs: not the thread. Figures are texts, as typed. What is rated by (target, floor, definition, year to
/// date) stands in it too, so that an approval ends when any of it changes.
/// </summary>
public sealed record ReturnContent
{
    public string Value { get; init; } = string.Empty;

    public string Numerator { get; init; } = string.Empty;

    public string Denominator { get; init; } = string.Empty;

    /// <summary>Code of the marker that stands in the figure's place.</summary>
    public string Marker { get; init; } = string.Empty;

    /// <summary>Why there is no figure, in words for the report.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The day the figure is expected, <c>2025-11-21</c>.</summary>
    public string ExpectedOn { get; init; } = string.Empty;

    /// <summary><c>final</c>, <c>provisional</c> or <c>estimated</c>.</summary>
    public string Status { get; init; } = "final";

    /// <summary>What the figure shows: drafted from the numbers.</summary>
    public string Facts { get; init; } = string.Empty;

    /// <summary>Why, and what happens next: the officer's own words.</summary>
    public string Why { get; init; } = string.Empty;

    /// <summary>The words that confirm a figure the program warned about.</summary>
    public string Confirmed { get; init; } = string.Empty;

    public string YearToDate { get; init; } = string.Empty;

    public string Target { get; init; } = string.Empty;

    public string Floor { get; init; } = string.Empty;

    /// <summary>Digest of what the indicator meant.</summary>
    public string Definition { get; init; } = string.Empty;

    public bool HasNumber => Value.Length > 0 || Numerator.Length > 0;

    /// <summary>Whether there is a figure, or a marker in its place.</summary>
    public bool HasFigure => HasNumber || Marker.Length > 0;

    /// <summary>The parts that make up the figure: who changes one of them is an author.</summary>
    public bool HasSameFigure(ReturnContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Value, Numerator, Denominator, Marker, Reason, ExpectedOn, Status)
            == (other.Value, other.Numerator, other.Denominator, other.Marker, other.Reason, other.ExpectedOn, other.Status);
    }

    /// <summary>SHA-256 over every part with its length, so that no two contents run together to the same text.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var (_, part) in Parts())
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What differs from another content, in words: <c>the figure</c>, <c>the target</c>. Empty where nothing does.</summary>
    public IReadOnlyList<string> Differences(ReturnContent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return [.. Parts().Zip(other.Parts()).Where(pair => pair.First.Part != pair.Second.Part).Select(pair => pair.First.Name).Distinct()];
    }

    private IReadOnlyList<(string Name, string Part)> Parts() =>
    [
        ("the figure", Value), ("the figure", Numerator), ("the figure", Denominator), ("the figure", Marker), ("the reason", Reason),
        ("the expected date", ExpectedOn), ("the status", Status), ("what the figure shows", Facts), ("the commentary", Why),
        ("the confirmed warning", Confirmed), ("the year to date", YearToDate), ("the target", Target), ("the floor", Floor),
        ("the definition", Definition),
    ];
}
