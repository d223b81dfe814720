using System.Globalization;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Application.Collection;

/// <summary>The table in which an officer gives many figures at once: its columns, and its rows as they stand.</summary>
public static class ReturnSheet
{
    public const string Reference = "Ref";
    public const string Month = "Month";
    public const string Value = "Figure";
    public const string Numerator = "How many";
    public const string Denominator = "Out of how many";
    public const string Marker = "If there is no figure, why";
    public const string Expected = "When it comes";
    public const string Confirmed = "If it looks odd, why it is right";
    public const string Why = "Why, and what happens next";
    public const string Version = "Version";

    public static IReadOnlyList<FormColumn> Columns { get; } =
    [
        new(Reference, 9, true), new("Indicator", 40, true), new("Unit", 10, true), new(Month, 10, true), new("Last figure", 14, true),
        new("Target", 10, true),
        new(Value, 12, false) { Hint = "The figure, as you would say it: 2,238 or 51%. Leave it empty where you give the two parts." },
        new(Numerator, 12, false) { Hint = "Of a share: how many. The program divides." },
        new(Denominator, 14, false) { Hint = "Of a share: out of how many." },
        new(Marker, 30, false) { Hint = "Only where you cannot give the figure.", Choices = [.. CannotGiveReasons.All.Select(one => one.Words)] },
        new(Expected, 14, false) { Hint = "The day you can give it, like 2025-11-21. Leave it empty for never." },
        new(Confirmed, 30, false) { Hint = "Where the program asks you to look again: why the figure is right." },
        new(Why, 60, false) { Hint = "Needed where it is Red or became worse, and where there is no figure. Members read it." },
        new(Version, 9, true),
    ];

    /// <summary>A row for each return that this person may save, with what is kept of it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> RowsOf(Desk desk, Catalogue catalogue, IEnumerable<WorkItem> items)
    {
        ArgumentNullException.ThrowIfNull(desk);
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Select(item => RowOf(desk, catalogue, item)).OfType<IReadOnlyList<string>>()];
    }

    private static List<string>? RowOf(Desk desk, Catalogue catalogue, WorkItem item)
    {
        var kept = item.Return.Content;
        if (ReturnAssessor.Assess(catalogue, item.Return.Id, kept, desk.Today) is not { } assessed)
        {
            return null;
        }

        return
        [
            item.Return.Id.Indicator.Value,
            item.Indicator.SummaryTitle,
            item.Indicator.Unit.Suffix + item.Indicator.Unit.Prefix,
            item.Return.Id.Round.ToString(),
            assessed.Before is { } before ? $"{before.Displayed} ({before.Period.LabelWithinYear})" : string.Empty,
            assessed.Content.Target,
            Shown(assessed, kept.Value),
            Shown(assessed, kept.Numerator),
            Shown(assessed, kept.Denominator),
            CannotGiveReasons.All.FirstOrDefault(one => one.Marker.Code() == kept.Marker).Words ?? string.Empty,
            kept.ExpectedOn,
            kept.Confirmed,
            kept.Why.Length > 0 ? kept.Why : kept.Reason,
            item.Return.Version.ToString(CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>A kept number as people read it.</summary>
    public static string Shown(ReturnAssessment assessed, string plain)
    {
        ArgumentNullException.ThrowIfNull(assessed);
        return !decimal.TryParse(plain, CultureInfo.InvariantCulture, out var number) ? plain
            : assessed.Indicator.Grades?.WordOf(number) ?? FigureText.Plain(number);
    }
}
