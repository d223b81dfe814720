using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>The sentences of a paper to a committee that are made from its settings and figures.</summary>
internal static partial class CoverWords
{
    /// <summary>The paper in a few sentences: counts, changes, and what needs action.</summary>
    public static IReadOnlyList<string> InBrief(ReportScope scope, Summary summary)
    {
        var sentences = new List<string>();
        if (summary.Groups.Count > 0)
        {
            var counts = Counts.Once(scope.Counted, scope.Rater.SchemeOf);
            sentences.Add($"{CountWords.WorstFirst(counts)} of {CountWords.Kpis(scope, counts.Total)}{CountWords.NotRated(counts)}.");
        }

        if (MovementsBuilder.Sentence(scope) is { } movements)
        {
            sentences.Add(movements);
        }

        return sentences;
    }

    public static string Recommendation(ReportScope scope) =>
        scope.Definition.Recommendation ?? $"{scope.Definition.Committee ?? "The committee"} is asked to note the performance shown in this report.";

    /// <summary>What is covered, by whom it is judged and what the ratings mean.</summary>
    public static IReadOnlyList<string> Background(ReportScope scope)
    {
        var counted = scope.Counted.Count();
        var activity = scope.Rated.Count(one => one.Indicator.Kind is IndicatorKind.Activity or IndicatorKind.Context);
        var unrated = activity == 0 ? string.Empty
            : $" and {CountWords.Number(activity)} that {(activity == 1 ? "shows" : "show")} activity or context";
        var covered = scope.Areas.Departments(scope.Definition.Areas)
            .Where(_ => scope.Definition.Areas.Count > 0)
            .Select(department => department.Department.Name)
            .ToList();
        var sentences = new List<string>
        {
            $"The report covers {CountWords.Indicators(counted).ToLowerInvariant()} with targets{unrated}"
                + $"{(covered.Count == 0 ? string.Empty : $", of {Phrases.Joined(covered.Select(name => "the " + name))}")}, "
                + $"for the financial year {scope.FinancialYear}.",
        };
        foreach (var note in GuidanceText.Of(scope).Where(note => note.Key.Count > 0))
        {
            sentences.Add(string.Join(' ', note.Key.Reverse()
                .Select(entry => $"{entry.Band.Label}: {char.ToLowerInvariant(entry.Meaning[0])}{entry.Meaning[1..]}.")));
        }

        return sentences;
    }

    public static SentencesPart Documents(ReportScope scope, string code, string heading) =>
        new(code, heading, scope.Definition.Background.Count == 0 ? ["None."] : []) { Items = scope.Definition.Background };

    /// <summary>Null if nothing is attached.</summary>
    public static SentencesPart? Appendix(ReportScope scope, string code, string heading)
    {
        var attached = scope.Pack.Reports.FirstOrDefault(report => string.Equals(report.Code, scope.Definition.Attached, StringComparison.OrdinalIgnoreCase));
        return attached is null ? null : new SentencesPart(code, heading, [$"Appendix 1: {attached.Title}."]);
    }

    /// <summary>The contacts given, else the report's authors; null where there are neither.</summary>
    public static SentencesPart? Contacts(ReportScope scope, string code, string heading)
    {
        var contacts = scope.Definition.Contacts.Count > 0 ? scope.Definition.Contacts : scope.Definition.Authors;
        return contacts.Count == 0 ? null : new SentencesPart(code, heading, [])
        {
            Items = [.. contacts.Select(contact => Mail().Replace(contact, "[$0](mailto:$0)"))],
        };
    }

    /// <summary>A mail address that is not a link already.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?<![\w.:\[+-])[\w.+-]+@[\w-]+(\.[\w-]+)+(?!\])")]
    private static partial System.Text.RegularExpressions.Regex Mail();
}
