using System.Text.RegularExpressions;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>"Performance improved" beside a figure that got worse.</summary>
public sealed partial class WordsAgainstDirection() : Check(
    "words-against-direction",
    Severity.Warning,
    "Words contradict the movement",
    "The text says that performance improved, rose, fell or got worse since the period before, since last year or since a month it names, and the "
    + "figures say the opposite.",
    "Change the text, or say what it compares.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Texts.Where(entry => entry.Kind is CommentaryKind.Commentary or CommentaryKind.Highlight && entry.Refs.Count > 0))
        {
            var about = entry.Refs.Where(context.ByRef.ContainsKey).Select(reference => context.ByRef[reference]).ToList();
            foreach (var sentence in ProseClaims.Sentences(entry.Text))
            {
                if (Claim().Match(sentence) is { Success: true } claim && !Prose.Doubt().IsMatch(sentence[..claim.Groups["verb"].Index])
                    && !ProseClaims.IsAboutPart(sentence[..claim.Groups["verb"].Index]) && about.Count > 0 && about.TrueForAll(one => Contradicts(one, claim)))
                {
                    var verb = claim.Groups["verb"].Value;
                    yield return Find(
                        $"{about[0].Indicator.Title}: the text says '{claim.Value.Trim()}', and the figure went from "
                            + $"{Before(about[0], claim)!.Value.Shown} to {about[0].Displayed}.",
                        about[0].Indicator.Ref, "commentary", entry.At, "text", verb);
                    break;
                }
            }
        }
    }

    /// <summary>True only where both figures are known and differ the other way, for the latest figure and, without words on when, for the year to date
    /// too.</summary>
    private static bool Contradicts(RatedIndicator rated, Match claim)
    {
        if (rated.Value is not { } value || Before(rated, claim) is not { } before)
        {
            return false;
        }

        var shown = Rounding.To(value, rated.Decimals);
        var moved = Math.Sign(shown - before.Value);
        var said = Said(rated.Indicator, claim.Groups["verb"].Value);
        return said != 0 && moved == -said && !YearSupports(rated, claim, said);
    }

    /// <summary>Where the text does not say what it compares, the year to date against last year's may be meant.</summary>
    private static bool YearSupports(RatedIndicator rated, Match claim, int said) =>
        claim.Groups["when"].Value.Length == 0 && rated.Ytd.Number is { } year && rated.PreviousYearYtd?.Number is { } last && Math.Sign(year - last) == said;

    /// <summary>1 where the words mean a larger figure, -1 a smaller one, 0 where they do not say.</summary>
    private static int Said(Indicator indicator, string verb)
    {
        var good = Good().IsMatch(verb) ? 1 : Bad().IsMatch(verb) ? -1 : 0;
        return good != 0 ? indicator.Polarity switch { Polarity.Higher => good, Polarity.Lower => -good, _ => 0 }
            : Up().IsMatch(verb) ? 1 : -1;
    }

    private static (decimal Value, string Shown)? Before(RatedIndicator rated, Match claim)
    {
        var when = claim.Groups["when"].Value;
        if (when.Contains("year", StringComparison.OrdinalIgnoreCase))
        {
            return rated.PreviousYear?.Number is { } year ? (year, FigureText.Full(rated.Indicator, year)) : null;
        }

        var since = Enumerable.Range(1, 12).FirstOrDefault(number => Prose.Names(when, MonthNames.Full(number)));
        var before = rated.History.LastOrDefault(period => period.Period < rated.Latest && period.Value is not null
            && (since == 0 ? period.Period == rated.Latest!.Value.Previous : period.Period.Closing.Number == since));
        return before is null ? null : (Rounding.To(before.Value!.Value, before.Decimals), before.Displayed);
    }

    [GeneratedRegex(
        @"^\W*(?:overall,?\s+|in\s+\w+,?\s+|this\s+(?:month|quarter|period),?\s+)?(?:performance|results?|the\s+(?:result|rate|figure"
        + @"|percentage|proportion|score|number|total|indicator|count)s?|completion|turnout|satisfaction|(?:this|it|we)(?=\s+(?:has|have"
        + @"|had|also|then|again|improved|rose|increased|grew|fell|worsened|declined|decreased"
        + @"|dropped)\b))(?=\s)(?<between>[^.;,'’]{0,30}?)\b(?<verb>improved|risen|rose|increased|grew|grown|climbed|worsened|deteriorated"
        + @"|declined|fell|fallen|decreased|dropped|slipped)\b(?<when>[^.;]*)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Claim();

    [GeneratedRegex("^improv", RegexOptions.IgnoreCase)]
    private static partial Regex Good();

    [GeneratedRegex("^(?:worsened|deteriorated|slipped)$", RegexOptions.IgnoreCase)]
    private static partial Regex Bad();

    [GeneratedRegex("^(?:risen|rose|increased|grew|grown|climbed)$", RegexOptions.IgnoreCase)]
    private static partial Regex Up();
}
