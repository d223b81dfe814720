using System.Globalization;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Sets an indicator's latest figure beside what others achieved: rank, quartile and median among those of the same period.</summary>
internal static class PeerComparisonBuilder
{
    /// <summary>With fewer others a rank says nothing.</summary>
    private const int FewestPeers = 2;

    /// <summary>A quarter of the places needs at least one council in each.</summary>
    private const int FewestForQuartiles = 4;

    /// <summary>Words in the names of figures that stand for many councils, or for none: they are shown, and not ranked.</summary>
    private static readonly string[] NotPeers = ["average", "mean", "median", "baseline", "national", "england", "all"];

    public static PeerComparison? Build(ReportScope scope, RatedIndicator rated)
    {
        var latest = scope.Pack.Comparators
            .Where(one => one.Ref == rated.Indicator.Ref && one.Closing <= rated.AsAt)
            .GroupBy(one => one.Name, StringComparer.OrdinalIgnoreCase)
            .Select(named => named.MaxBy(one => one.Closing)!)
            .ToList();
        if (latest.Count == 0)
        {
            return null;
        }

        var ranked = Ranked(rated, latest);
        var rows = latest.Select(
            one => new PeerRow(Phrases.Sentence(one.Name), PeriodOf(one), Displayed(rated, one), RankOf(ranked, one.Value.Number, one), one.Note));
        if (rated.Value is null || rated.Latest is not { } period)
        {
            return new PeerComparison([.. rows], null);
        }

        var own = new PeerRow(scope.Pack.Settings.Organisation, period.Label, rated.Displayed, RankOf(ranked, Own(rated), null), null) { IsOwn = true };
        return new PeerComparison(
            [.. rows.Prepend(own).OrderBy(row => row.Rank ?? int.MaxValue)],
            ranked.Count == 0 ? null : Sentence(rated, ranked, own.Rank!.Value));
    }

    /// <summary>The figures that can be ranked, best first, the indicator's own (no comparator) among them; none where too few can be.</summary>
    private static List<Figure> Ranked(RatedIndicator rated, List<Comparator> latest)
    {
        var peers = latest
            .Where(one => one.Value.Number is not null && one.Unit is null && one.Closing == rated.Latest?.Closing
                && !one.Name.Split(' ').Any(word => NotPeers.Contains(word, StringComparer.OrdinalIgnoreCase)))
            .Select(one => new Figure(Rounding.To(one.Value.Number!.Value, rated.Decimals), one))
            .ToList();
        if (peers.Count < FewestPeers || rated.Value is null || rated.Indicator.Polarity is not (Polarity.Higher or Polarity.Lower))
        {
            return [];
        }

        var all = peers.Append(new Figure(Own(rated), null));
        return [.. rated.Indicator.Polarity == Polarity.Higher ? all.OrderByDescending(one => one.Value) : all.OrderBy(one => one.Value)];
    }

    private static decimal Own(RatedIndicator rated) => Rounding.To(rated.Value!.Value, rated.Decimals);

    /// <summary>Equal figures share the better place.</summary>
    private static int? RankOf(List<Figure> ranked, decimal? value, Comparator? peer) =>
        ranked.Any(one => ReferenceEquals(one.Peer, peer)) && value is { } known
            ? 1 + ranked.FindIndex(one => one.Value == (peer is null ? known : ranked.First(other => ReferenceEquals(other.Peer, peer)).Value))
            : null;

    private static string Sentence(RatedIndicator rated, List<Figure> ranked, int rank)
    {
        var ordered = ranked.Where(one => one.Peer is not null).Select(one => one.Value).Order().ToList();
        var middle = ordered.Count / 2;
        var median = ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
        var shown = FigureText.Full(rated.Indicator, Rounding.To(median, rated.Decimals));
        var quartile = ranked.Count < FewestForQuartiles ? string.Empty
            : $", in the {Quartile(rank, ranked.Count)} quarter";
        return string.Create(CultureInfo.InvariantCulture, $"Place {rank} of {ranked.Count}{quartile}; the median of the others is {shown}.");
    }

    private static string Quartile(int rank, int count) => ((rank - 1) * 4 / count) switch
    {
        0 => "best",
        1 => "second",
        2 => "third",
        _ => "last",
    };

    private static string PeriodOf(Comparator one) => Month.TryParse(one.PeriodLabel, out var month) ? MonthNames.Long(month) : one.PeriodLabel;

    private static string Displayed(RatedIndicator rated, Comparator one)
    {
        if (one.Value.Number is not { } number)
        {
            return FigureText.Cell(rated.Indicator, one.Value);
        }

        return one.Unit is { } unit ? FigureText.Cell(unit, 1, number)
            : FigureText.Cell(rated.Indicator, rated.Value is null ? number : Rounding.To(number, Math.Max(rated.Decimals, Places(rated, number))));
    }

    /// <summary>A figure typed with no more places than four is shown as typed where the indicator sets none.</summary>
    private static int Places(RatedIndicator rated, decimal number) => rated.Indicator.Decimals is null && number.Scale <= 4 ? number.Scale : 0;

    /// <summary>A figure to be ranked.</summary>
    /// <param name="Value">As displayed.</param>
    /// <param name="Peer">Whose it is; null: the indicator's own.</param>
    private sealed record Figure(decimal Value, Comparator? Peer);
}
