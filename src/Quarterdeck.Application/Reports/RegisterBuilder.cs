using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The risks and actions of a report's areas and indicators, highest risks and earliest days first.</summary>
internal static class RegisterBuilder
{
    /// <summary>The scale most councils score risks by; a council's own goes as far as its scores do.</summary>
    private const int UsualTop = 5;

    /// <summary>Null where no risk is held.</summary>
    public static RisksPart? Risks(ReportScope scope, string code, string heading) => Lines(scope) is { Count: > 0 } lines
        ? new RisksPart(code, heading, Sentence(scope, lines), lines) : null;

    /// <summary>Null where no risk is scored.</summary>
    public static RiskMatrixPart? Matrix(ReportScope scope, string code, string heading)
    {
        var lines = Lines(scope).Where(line => line.Risk.Current is not null).ToList();
        return lines.Count == 0 ? null
            : new RiskMatrixPart(code, heading, lines, lines.Max(line => Math.Max(UsualTop, line.Risk.Current!.Value.Highest)));
    }

    /// <summary>Null where no action is held.</summary>
    public static ActionsPart? Actions(ReportScope scope, string code, string heading)
    {
        var actions = Held(scope);
        var (done, late) = (actions.Count(action => !action.IsOpen), actions.Count(action => action.IsOverdueOn(scope.ReportDate)));
        return actions.Count == 0 ? null
            : new ActionsPart(
                code, heading, $"{CountWords.Number(actions.Count, "action", "actions")}: {done} done, {actions.Count - done} open, {late} overdue.",
                [.. actions.Select(action => Line(scope, action))]);
    }

    /// <summary>Null where no action is held, or none is overdue.</summary>
    public static ActionsPart? Overdue(ReportScope scope, string code, string heading)
    {
        var late = Held(scope).Where(action => action.IsOverdueOn(scope.ReportDate)).ToList();
        return late.Count == 0 ? null
            : new ActionsPart(
                code, heading, $"{CountWords.Number(late.Count, "action is", "actions are")} past the day promised.",
                [.. late.Select(action => Line(scope, action))]);
    }

    private static List<PlannedAction> Held(ReportScope scope) =>
        [.. scope.Actions.Where(action => IsCovered(scope, action.Refs, action.Area)).OrderByDescending(action => action.IsOpen)
            .ThenBy(action => action.DueNow ?? DateOnly.MaxValue)];

    private static List<RiskLine> Lines(ReportScope scope)
    {
        var before = Risk.In(scope.Pack.Risks, Since(scope)).ToDictionary(risk => risk.Id, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. scope.Risks.Where(risk => IsCovered(scope, risk.Refs, risk.Area))
                .OrderByDescending(risk => risk.Current?.Product ?? 0)
                .Select(risk => new RiskLine(
                    risk,
                    before.GetValueOrDefault(risk.Id),
                    Movement(risk, before.GetValueOrDefault(risk.Id)),
                    [.. scope.Actions.Where(action => action.IsOpen && string.Equals(action.Risk, risk.Id, StringComparison.OrdinalIgnoreCase)).Select(action =>
                        action.Title)])),
        ];
    }

    private static Month Since(ReportScope scope) => scope.Definition.Since ?? scope.AsAt.AddMonths(-1);

    private static string Movement(Risk now, Risk? before) => (now.Current?.Product, before?.Current?.Product) switch
    {
        (_, null) => "New",
        ({ } score, { } was) when score > was => $"Up from {was}",
        ({ } score, { } was) when score < was => $"Down from {was}",
        _ => "No change",
    };

    private static string Sentence(ReportScope scope, List<RiskLine> lines)
    {
        int Moved(string word) => lines.Count(line => line.Movement.StartsWith(word, StringComparison.Ordinal));
        var (up, down, fresh, above) = (Moved("Up"), Moved("Down"), Moved("New"), lines.Count(line => line.Risk.IsAboveAppetite));
        var moved = new[] { (up, "went up"), (down, "went down"), (fresh, fresh == 1 ? "is new" : "are new") }.Where(one => one.Item1 > 0)
            .Select(one => $"{one.Item1} {one.Item2}").ToList();
        var first = moved.Count == 0
            ? $"{CountWords.Number(lines.Count, "risk", "risks")}, none of them moved since {MonthNames.Long(Since(scope))}."
            : $"{CountWords.Number(lines.Count, "risk", "risks")}; since {MonthNames.Long(Since(scope))} {Phrases.Joined(moved)}.";
        return above == 0 ? first : $"{first} {CountWords.Number(above, "is", "are")} above what the council accepts.";
    }

    private static ActionLine Line(ReportScope scope, PlannedAction action)
    {
        var names = scope.Rated.Where(one => action.Refs.Contains(one.Indicator.Ref)).Select(one => References.Name(one.Indicator)).ToList();
        var risk = scope.Risks.FirstOrDefault(one => string.Equals(one.Id, action.Risk, StringComparison.OrdinalIgnoreCase));
        var about = names.Count > 0 ? Phrases.Joined(names) : risk?.Title ?? scope.Areas.Find(action.Area)?.Name ?? string.Empty;
        return new ActionLine(
            action,
            about,
            Phrases.Sentence(RegisterWords.Due(action, scope.ReportDate)),
            Phrases.Sentence(RegisterWords.Status(action)),
            action.IsOverdueOn(scope.ReportDate) ? "Overdue" : action.IsOpen ? "Open" : "Done");
    }

    /// <summary>A report of some areas shows what is of them or of their indicators; any other shows all.</summary>
    private static bool IsCovered(ReportScope scope, IReadOnlyList<IndicatorRef> refs, string? area) => scope.Definition.Areas.Count == 0
        || scope.Rated.Any(one => refs.Contains(one.Indicator.Ref))
        || area is not null && scope.Areas.Departments(scope.Definition.Areas).SelectMany(one => one.Areas)
            .Any(one => string.Equals(one.Code, area, StringComparison.OrdinalIgnoreCase));
}
