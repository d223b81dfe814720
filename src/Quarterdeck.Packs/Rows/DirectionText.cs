using Quarterdeck.Domain.Indicators;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;

namespace Quarterdeck.Packs.Rows;

/// <summary>Reads and writes the directions an indicator shows: <c>previous;same-period-last-year;dead-band 0.5</c>.</summary>
internal static class DirectionText
{
    private const string DeadBand = "dead-band";

    private static readonly Vocabulary<DirectionMethod> Methods = new();

    public static IReadOnlyList<string> Words { get; } = [.. Methods.Words, DeadBand + " 0.5"];

    /// <param name="row">The row read.</param>
    /// <param name="column">Holds the methods, and a dead band as earlier packs have it.</param>
    /// <param name="band">Holds the dead band alone: <c>5</c> or <c>5%</c>.</param>
    /// <param name="usual">What a blank cell means.</param>
    public static DirectionSetting Read(RowReader row, PackColumn column, PackColumn band, DirectionSetting usual)
    {
        var methods = new List<DirectionMethod>();
        var (deadBand, isPercent) = (0m, false);
        if (row.Text(band) is { } typed && !TryReadBand(typed, row, out deadBand, out isPercent))
        {
            row.Error(
                band,
                "not-a-number",
                typed,
                $"\"{typed}\" is not a movement.",
                "a number of units (5) or a per cent of the earlier figure (5%)",
                "Type the largest movement that is not a change.");
        }

        foreach (var part in row.Parts(column))
        {
            var word = part.ToLowerInvariant().Replace(' ', '-').Replace('_', '-').Replace('=', '-');
            if (word.StartsWith(DeadBand + "-", StringComparison.Ordinal)
                && TryReadBand(word[(DeadBand.Length + 1)..].Trim('-'), row, out deadBand, out isPercent))
            {
                continue;
            }

            if (Methods.TryRead(word, out var method))
            {
                methods.Add(method);
            }
            else
            {
                row.Error(
                    column,
                    "unknown-word",
                    part,
                    $"\"{part}\" is not a direction this column knows.",
                    string.Join(", ", Words),
                    "Choose among them, parted by semicolons.");
            }
        }

        return methods.Count == 0 && deadBand == 0 ? usual
            : new DirectionSetting(methods.Count == 0 ? usual.Methods : methods, deadBand, isPercent);
    }

    public static string? Write(DirectionSetting direction, DirectionSetting usual) =>
        direction.Methods.SequenceEqual(usual.Methods) ? null : CellWriting.Codes(direction.Methods.Select(Methods.Write));

    public static string? WriteBand(DirectionSetting direction) =>
        direction.DeadBand == 0 ? null : NumberText.Write(direction.DeadBand) + (direction.IsPercent ? "%" : string.Empty);

    private static bool TryReadBand(string text, RowReader row, out decimal band, out bool isPercent)
    {
        isPercent = text.EndsWith('%');
        var isNumber = NumberText.TryRead(text.TrimEnd('%', ' '), row.HasDoubtfulCommas, out var number, out _) && number.Value >= 0;
        band = isNumber ? number.Value : 0;
        return isNumber;
    }
}
