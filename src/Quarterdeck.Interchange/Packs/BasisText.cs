using System.Globalization;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

/// <summary>The measure basis as written: a word, or <c>rolling-12</c> with its months.</summary>
internal static class BasisText
{
    private static readonly Vocabulary<BasisKind> Kinds = new(
        ("period", BasisKind.Period), ("snapshot", BasisKind.Snapshot), ("cumulative", BasisKind.Cumulative), ("average", BasisKind.Average), ("last-month", BasisKind.LastMonth));

    public static MeasureBasis Read(RowReader row)
    {
        if (row.Text("basis") is not { } text)
        {
            return new MeasureBasis(BasisKind.Period);
        }

        if (Kinds.TryRead(text, out var kind))
        {
            return new MeasureBasis(kind);
        }

        if (text.StartsWith("rolling", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text[7..].Trim(' ', '-'), NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months is >= 2 and <= 120)
        {
            return new MeasureBasis(BasisKind.Rolling, months);
        }

        row.Refuse("basis", "unknown-word", $"'{text}' is not a measure basis.", $"one of: {Kinds.Known}, rolling-12", "Type one of the words, or rolling- and the months of the window.");
        return default;
    }

    public static string Write(MeasureBasis basis) =>
        basis.Kind == BasisKind.Rolling ? string.Create(CultureInfo.InvariantCulture, $"rolling-{basis.RollingMonths}") : Kinds.Word(basis.Kind);
}

/// <summary>The directions as written: words with semicolons between, and a dead band.</summary>
internal static class DirectionText
{
    private const string DeadBand = "dead-band";

    public static Domain.Directions.DirectionSetting Read(RowReader row)
    {
        var (methods, dead) = (new List<Domain.Directions.DirectionMethod>(), 0m);
        foreach (var item in row.List("direction"))
        {
            var words = item.ToLowerInvariant().Replace("dead band", DeadBand, StringComparison.Ordinal);
            if (words.StartsWith(DeadBand, StringComparison.Ordinal) && NumberText.TryRead(words[DeadBand.Length..], out var number, out _) && number.Number >= 0)
            {
                dead = number.Number;
            }
            else if (Words.Directions.TryRead(item, out var method))
            {
                methods.Add(method);
            }
            else
            {
                row.Refuse("direction", "unknown-word", $"'{item}' is not a direction of travel this program computes.", $"one or more of: {Words.Directions.Known}; dead-band and a number", "Type one of the words; several with semicolons between.");
            }
        }

        return methods.Count == 0 && dead == 0 ? Domain.Directions.DirectionSetting.Default
            : new Domain.Directions.DirectionSetting(methods.Count == 0 ? [Domain.Directions.DirectionMethod.Previous] : methods, dead);
    }

    public static string? Write(Domain.Directions.DirectionSetting setting) =>
        setting == Domain.Directions.DirectionSetting.Default ? null
        : string.Join(';', setting.Methods.Select(Words.Directions.Word).Concat(setting.DeadBand > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{DeadBand} {setting.DeadBand}")] : []));
}

/// <summary>Units by their code, with the words people use for the common ones.</summary>
internal static class UnitText
{
    public static Unit Read(string? text)
    {
        var code = (text ?? "number").Trim().ToLowerInvariant().Replace(' ', '-').Replace("per-10,000", "per-10000", StringComparison.Ordinal);
        return new Unit(code switch
        {
            "%" or "percentage" or "per-cent" => "percent",
            "count" or "no" or "no." => "number",
            "£" or "pounds" => "gbp",
            _ => code,
        });
    }
}
