using Quarterdeck.Domain.Directions;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;

namespace Quarterdeck.Packs.Rows;

/// <summary>Reads and writes the directions an indicator shows: <c>previous;same-period-last-year;dead-band 0.5</c>.</summary>
internal static class DirectionText
{
    private const string DeadBand = "dead-band";

    private static readonly Vocabulary<DirectionMethod> Methods = new();

    public static IReadOnlyList<string> Words { get; } = [.. Methods.Words, DeadBand + " 0.5"];

    public static DirectionSetting Read(RowReader row, PackColumn column)
    {
        var methods = new List<DirectionMethod>();
        decimal deadBand = 0;
        foreach (var part in row.Parts(column))
        {
            var word = part.ToLowerInvariant().Replace(' ', '-').Replace('_', '-').Replace('=', '-');
            if (word.StartsWith(DeadBand + "-", StringComparison.Ordinal)
                && NumberText.TryRead(word[(DeadBand.Length + 1)..].Trim('-'), row.HasDoubtfulCommas, out var number, out _))
            {
                deadBand = number.Value;
            }
            else if (Methods.TryRead(word, out var method))
            {
                methods.Add(method);
            }
            else
            {
                row.Error(
                    column,
                    "unknown-word",
                    part,
                    $"\"{part}\" is no direction this column knows.",
                    string.Join(", ", Words),
                    "Choose among them, parted by semicolons.");
            }
        }

        return methods.Count == 0 && deadBand == 0 ? DirectionSetting.Default
            : new DirectionSetting(methods.Count == 0 ? DirectionSetting.Default.Methods : methods, deadBand);
    }

    public static string? Write(DirectionSetting direction)
    {
        var isUsual = direction.Methods.SequenceEqual(DirectionSetting.Default.Methods);
        return isUsual && direction.DeadBand == 0 ? null
            : CellWriting.Codes(
                direction.Methods.Select(Methods.Write).Concat(direction.DeadBand == 0 ? [] : [$"{DeadBand} {NumberText.Write(direction.DeadBand)}"]));
    }
}
