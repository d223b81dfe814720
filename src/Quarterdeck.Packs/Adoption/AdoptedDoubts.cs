namespace Quarterdeck.Packs.Adoption;

/// <summary>Figures that were read and do not look like their neighbours: a person should look at them.</summary>
internal static class AdoptedDoubts
{
    private const int LeastFigures = 4;
    private const decimal Times = 8;

    public static void Tell(IEnumerable<AdoptedIndicator> indicators)
    {
        foreach (var indicator in indicators)
        {
            var results = indicator.Results.Where(each => each.Figure.Number is not null).ToList();
            var isPercent = results.Count(each => each.Figure.IsPercent) * 2 > results.Count;
            var isSmall = AdoptedUnits.Unit(indicator) == "percent" && AdoptedUnits.MayBeShares(indicator) && !AdoptedUnits.AreShares(indicator);
            foreach (var figure in results)
            {
                if (isSmall)
                {
                    AdoptedIndicator.Doubt(figure, $"It was read as {figure.Text}%, and is perhaps a share of one.");
                }

                if (isPercent && !figure.Figure.IsPercent && figure.Figure.Number != 0)
                {
                    AdoptedIndicator.Doubt(figure, "It has no percent sign, and the other figures of the indicator have.");
                }
                else if (isPercent && figure.Figure.Number > 100 && results.Count(each => each.Figure.Number > 100) == 1)
                {
                    AdoptedIndicator.Doubt(figure, "It is over 100%, and no other figure of the indicator is.");
                }
                else if (results.Count >= LeastFigures && IsFar(figure, results))
                {
                    AdoptedIndicator.Doubt(figure, $"It is more than {Times} times larger or smaller than the other figures of the indicator.");
                }
            }
        }
    }

    private static bool IsFar(AdoptedFigure figure, List<AdoptedFigure> results)
    {
        var others = results.Where(each => each != figure).Select(each => Math.Abs(each.Figure.Number!.Value)).Order().ToList();
        var (number, middle) = (Math.Abs(figure.Figure.Number!.Value), others[others.Count / 2]);
        return number > 0 && middle > 0 && others[0] > 0 && (number > Times * others[^1] || number * Times < others[0]);
    }
}
