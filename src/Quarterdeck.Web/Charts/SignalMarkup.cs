using System.Globalization;
using Microsoft.AspNetCore.Html;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Statistics.ControlCharts;

namespace Quarterdeck.Web.Charts;

/// <summary>
/// The marks of a signal: a wave for chance or an arrow in a circle (better), a square (worse) or a ring, and the letter P, F or ? of the
/// target. They are ornaments: the sentence beside them says the same.
/// </summary>
internal static class SignalMarkup
{
    private const string Edge = "#14202b";
    private const string Better = "#cfe8f7";
    private const string Worse = "#fbdcc2";
    private const string Neither = "#ffffff";

    public static IHtmlContent Of(SignalOutcome.Told told)
    {
        var variation = told.Chart.Variation;
        var isBetter = variation is Variation.ImprovementHigh or Variation.ImprovementLow;
        var isWorse = variation is Variation.ConcernHigh or Variation.ConcernLow;
        var isUp = variation is Variation.ImprovementHigh or Variation.ConcernHigh or Variation.NeutralHigh;
        var within = variation == Variation.CommonCause ? "M6 17Q11 9 16 16T26 15" : isUp ? "M16 24V8M10 14L16 8L22 14" : "M16 8V24M10 18L16 24L22 18";
        var mark = Mark(isWorse, isBetter ? Better : isWorse ? Worse : Neither, $"<path d=\"{within}\" fill=\"none\" stroke=\"{Edge}\" stroke-width=\"2.5\"/>");
        return new HtmlString(told.Assurance is { } assurance ? mark + Letter(assurance) : mark);
    }

    private static string Letter(TargetAssurance assurance)
    {
        var (letter, fill) = assurance switch
        {
            TargetAssurance.Pass => ("P", Better),
            TargetAssurance.Fail => ("F", Worse),
            TargetAssurance.Inconsistent => ("?", Neither),
        };
        return Mark(
            assurance == TargetAssurance.Fail,
            fill,
            $"<text x=\"16\" y=\"22\" font-size=\"17\" font-weight=\"700\" text-anchor=\"middle\" fill=\"{Edge}\">{letter}</text>");
    }

    private static string Mark(bool isSquare, string fill, string within)
    {
        var outline = isSquare ? "<rect x=\"2\" y=\"2\" width=\"28\" height=\"28\"" : "<circle cx=\"16\" cy=\"16\" r=\"14\"";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"signal-mark\" viewBox=\"0 0 32 32\" width=\"32\" height=\"32\" aria-hidden=\"true\">{outline} fill=\"{fill}\" stroke=\"{Edge}\" "
                + $"stroke-width=\"2\"/>{within}</svg>");
    }
}
