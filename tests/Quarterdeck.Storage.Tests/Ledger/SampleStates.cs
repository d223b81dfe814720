using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Results;
using Quarterdeck.TestKit;

namespace Quarterdeck.Storage.Tests.Ledger;

/// <summary>Five states a sample goes through in a few weeks, each by another kind of change.</summary>
internal static class SampleStates
{
    /// <summary>The indicator whose results are changed.</summary>
    public const string Ref = "FN06";

    public static IReadOnlyList<Pack> Five()
    {
        var first = Samples.Read(Samples.Latest);
        var corrected = Corrected(first, "88.50");
        var withdrawn = corrected with
        {
            Results = [.. corrected.Results.Where(result => result.Ref.Value != Ref || result != LastOf(corrected))],
            Posts = [.. corrected.Posts.Skip(1)]
        };
        var moved = withdrawn with
        {
            Indicators = [.. withdrawn.Indicators.Skip(1), withdrawn.Indicators[0]],
            Commentary = [.. withdrawn.Commentary.Select(
                (entry, at) => at == 3 ? entry with { Text = "Zażółć gęślą jaźń: 'so' \"it\" is\n\n👩‍💻 £1.20 \\ | done" } : entry)],
        };
        var back = moved with
        {
            Results = first.Results,
            Posts = [.. moved.Posts.Take(2), .. first.Posts.Take(1), .. moved.Posts.Skip(2)],
            Targets = [.. moved.Targets.Where(target => target.Ref.Value != Ref)]
        };
        return [first, corrected, withdrawn, moved, back];
    }

    /// <summary>The pack with another value for the indicator's last result.</summary>
    public static Pack Corrected(Pack pack, string value)
    {
        var last = LastOf(pack);
        var figure = Figure.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture));
        return pack with { Results = [.. pack.Results.Select(result => result == last ? result with { Value = figure } : result)] };
    }

    public static string ValueOf(Pack pack) => LastOf(pack).Value!.Value.ToString();

    private static Result LastOf(Pack pack) =>
        pack.Results.Where(result => result.Ref == new IndicatorRef(Ref) && result.Value?.Number is not null).OrderBy(result => result.Period.Closing).Last();
}
