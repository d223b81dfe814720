using System.Globalization;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Packs.Cells;

/// <summary>Reads and writes a measure basis: <c>snapshot</c>, <c>rolling-12</c>.</summary>
public static class BasisText
{
    private const string Rolling = "rolling-";

    private static readonly Vocabulary<BasisKind> Kinds = new();

    public static IReadOnlyList<string> Words { get; } = [.. Kinds.Words.Select(word => word == "rolling" ? Rolling + "12" : word)];

    public static bool TryRead(string text, out MeasureBasis basis)
    {
        ArgumentNullException.ThrowIfNull(text);
        basis = default;
        var word = text.ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        if (word.StartsWith(Rolling, StringComparison.Ordinal)
            && int.TryParse(word.AsSpan(Rolling.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= 1 and <= 120)
        {
            basis = new MeasureBasis(BasisKind.Rolling, months);
            return true;
        }

        if (!Kinds.TryRead(word, out var kind) || kind == BasisKind.Rolling)
        {
            return false;
        }

        basis = new MeasureBasis(kind);
        return true;
    }

    public static string Write(MeasureBasis basis) =>
        basis.Kind == BasisKind.Rolling ? Rolling + basis.RollingMonths.ToString(CultureInfo.InvariantCulture) : Kinds.Write(basis.Kind);
}
