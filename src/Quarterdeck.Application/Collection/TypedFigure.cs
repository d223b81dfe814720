using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Application.Collection;

/// <summary>A figure as somebody typed it, read as plain numbers.</summary>
/// <param name="Value">Empty where none was typed, or the figure was given in its parts.</param>
/// <param name="Numerator">How many.</param>
/// <param name="Denominator">Out of how many.</param>
/// <param name="Problems">What cannot be read; empty for nothing.</param>
public sealed record TypedFigure(string Value, string Numerator, string Denominator, IReadOnlyList<FieldProblem> Problems)
{
    public static TypedFigure Read(Indicator indicator, string? value, string? numerator, string? denominator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        var problems = new List<FieldProblem>();

        // Parts are counts, whatever the unit of the figure.
        var counted = indicator with { Unit = Unit.Number, Grades = null };
        var figure = Plain(indicator, "value", value, problems);
        var (part, whole) = (Plain(counted, "numerator", numerator, problems), Plain(counted, "denominator", denominator, problems));
        if (problems.Count == 0 && part.Length > 0 && whole.Trim('0', '.').Length == 0)
        {
            problems.Add(new FieldProblem("denominator", "Enter out of how many, more than nothing"));
        }

        return new TypedFigure(part.Length > 0 ? string.Empty : figure, part, part.Length > 0 ? whole : string.Empty, problems);
    }

    private static string Plain(Indicator indicator, string field, string? text, List<FieldProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return string.Empty;
        }

        if (ReturnAssessor.Plain(indicator, text) is { } plain)
        {
            return plain;
        }

        problems.Add(new FieldProblem(field, indicator.Grades is { } grades
            ? $"Enter one of these words: {string.Join(", ", grades.Words)}" : "Enter a number, like 2,238"));
        return string.Empty;
    }
}
