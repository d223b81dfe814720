using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Adoption;

/// <summary>
/// The rows of targets of an indicator: what a paper prints holds for the year it was printed in, what a column of its own gives for its
/// period.
/// </summary>
internal sealed class AdoptedTargets(AdoptedIndicator indicator, int yearStart, bool isShare, bool hasYtd, bool isCumulative)
{
    public IEnumerable<(string Column, string? Value)[]> Rows()
    {
        if (indicator.Latest is not { } latest)
        {
            yield break;
        }

        var dated = indicator.Figures.Where(each => each.Role is ColumnRole.Target or ColumnRole.Floor && each.Period is not null)
            .GroupBy(each => each.Period!.Value).OrderBy(group => group.Key).ToList();
        foreach (var group in dated)
        {
            var day = CellWriting.Date(group.Key.LastDay);
            var (target, floor) = (At(group, ColumnRole.Target) ?? Whole(ColumnRole.Target), At(group, ColumnRole.Floor) ?? Whole(ColumnRole.Floor));
            if (Row(day, day, "period", target, floor) is { } row)
            {
                yield return row;
            }
        }

        var from = CellWriting.Date(YearOf(latest).LastDay);
        if (dated.Count == 0 && Row(from, null, "period", Whole(ColumnRole.Target), Whole(ColumnRole.Floor)) is { } whole)
        {
            yield return whole;
        }

        if (Row(CellWriting.Date(latest.LastDay), CellWriting.Date(latest.LastDay), "ytd", Whole(ColumnRole.YtdTarget), null) is { } ytd && hasYtd)
        {
            yield return ytd;
        }

        if (Range(latest, from) is { } range)
        {
            yield return range;
        }
    }

    /// <summary>Thresholds are printed for what is tested: the year to date or a growing figure of the latest period, else each period.</summary>
    private (string Column, string? Value)[]? Range(Month latest, string? from)
    {
        var (lower, upper) = (Whole(ColumnRole.Lower), Whole(ColumnRole.Upper));
        if (lower?.Figure.Number is null && upper?.Figure.Number is null)
        {
            return null;
        }

        var day = CellWriting.Date(latest.LastDay);
        return
        [
            ("ref", indicator.Ref), ("from", hasYtd || isCumulative ? day : from), ("to", hasYtd || isCumulative ? day : null),
            ("scope", hasYtd ? "ytd" : "period"), ("lower", Number(lower)), ("upper", Number(upper)),
        ];
    }

    private (string Column, string? Value)[]? Row(string? from, string? to, string scope, AdoptedFigure? target, AdoptedFigure? floor)
    {
        var words = target is { Figure: { Number: null, Marker: null } } ? target.Text : null;
        return Number(target) is null && Number(floor) is null && words is null ? null
            :
            [
                ("ref", indicator.Ref), ("from", from), ("to", to), ("scope", scope), ("target", Number(target)), ("floor", Number(floor)), ("text", words),
            ];
    }

    private string? Number(AdoptedFigure? figure) => figure?.Figure.Number is null ? null : AdoptedPack.Text(figure, isShare);

    private AdoptedFigure? Whole(ColumnRole role) => indicator.Of(role).FirstOrDefault(each => each.Period is null);

    private static AdoptedFigure? At(IEnumerable<AdoptedFigure> group, ColumnRole role) => group.FirstOrDefault(each => each.Role == role);

    /// <summary>The first month of the financial year a month is in.</summary>
    private Month YearOf(Month month) => month.AddMonths(-((month.Number - yearStart + 12) % 12));
}
