using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Rows;

/// <summary>
/// Watches how percentages are typed, series by series: 0.97 beside 97% is most likely the same figure typed in two
/// ways, 97 beside 97% most likely is. Nothing is changed; a person is told.
/// </summary>
internal sealed class PercentSpellings(FindingCollector log)
{
    private const int MostKept = 10;

    // A share is at most one; a series that reaches this is certainly in per cent.
    private const decimal SurelyPercent = 20;

    private Dictionary<(string Table, IndicatorRef Ref), Series> _series = [];

    private enum Doubt
    {
        None,
        SignMissing,
        Share,
    }

    public void See(string table, RowReader row, PackColumn column, IndicatorRef reference, IReadOnlyList<Indicator> versions, TypedNumber typed)
    {
        var unit = versions[0].Unit;
        if ((typed.IsPercent && !unit.IsPercent) || (typed.Currency is { } currency && currency != unit.Code))
        {
            var sign = typed.IsPercent ? "a percent sign" : $"the sign {new Unit(typed.Currency!).Prefix}";
            row.Tell(
                Severity.Warning,
                column,
                "unit-and-value-disagree",
                NumberText.Write(typed.Value) + (typed.IsPercent ? "%" : string.Empty),
                $"The figure is typed with {sign}, but the unit of {reference} is {unit.Code}.",
                $"a figure in {unit.Code}",
                "Correct the figure, or the unit of the indicator.");
        }

        if (!unit.IsPercent)
        {
            return;
        }

        if (!_series.TryGetValue((table, reference), out var series))
        {
            _series[(table, reference)] = series = new Series();
        }

        var size = Math.Abs(typed.Value);
        if (typed.IsPercent)
        {
            series.SeeSize(size);
            series.Signed++;
            return;
        }

        series.See(row.At.Row, column.Name, size, typed.Value);
    }

    /// <summary>Watches plain figures of one series, typed without any sign; null where the unit is no percentage and nothing is to be watched.</summary>
    public PercentsOf? Of(string table, Indicator indicator)
    {
        if (!indicator.Unit.IsPercent)
        {
            return null;
        }

        Series? series = null;
        return (row, column, value) =>
        {
            if (series is null && !_series.TryGetValue((table, indicator.Ref), out series))
            {
                _series[(table, indicator.Ref)] = series = new Series();
            }

            series.See(row, column, Math.Abs(value), value);
        };
    }

    /// <summary>What was seen of a table counts for nothing.</summary>
    public void Forget(string table)
    {
        // Made anew, for it is told in the order the series were first seen in.
        _series = _series.Where(each => each.Key.Table != table).ToDictionary();
    }

    /// <summary>Told when a table has been read to its end.</summary>
    public void Tell(string table, string file)
    {
        foreach (var ((_, reference), series) in _series.Where(each => each.Key.Table == table))
        {
            if (series.Signed > 0 || series.Largest >= SurelyPercent)
            {
                TellEach(series.Shares.Where(share => series.IsOddOneOut(Math.Abs(share.Value))), Doubt.Share, reference, file);
            }
            else if (series.Shares.Count > 0
                && series.Largest <= 1
                && _series.TryGetValue(("targets", reference), out var targets)
                && targets.Largest >= SurelyPercent)
            {
                TellEach(series.Shares.Take(1), Doubt.Share, reference, file);
            }
            else if (table == "results" && series is { Signed: 0, Largest: <= 1, Shares.Count: > 0 })
            {
                TellFractions(series, reference, file);
            }

            if (series.Signed > 0)
            {
                TellEach(series.Unsigned, Doubt.SignMissing, reference, file);
            }
        }
    }

    /// <summary>Everything typed lies between 0 and 1, targets and all: it may be shares, or very small percentages.</summary>
    private void TellFractions(Series series, IndicatorRef reference, string file)
    {
        if (_series.TryGetValue(("targets", reference), out var targets) && (targets.Signed > 0 || targets.Largest > 1))
        {
            return;
        }

        var (row, column, value) = series.Shares[0];
        var (text, percent) = (NumberText.Write(value), NumberText.Write(SignificantDigits.Trimmed(value * 100)));
        log.Add(new Finding(
            "fractions-throughout",
            Severity.Warning,
            $"Every figure of {reference}{(targets is null ? string.Empty : ", its targets included,")} lies between 0 and 1. "
                + $"{text} was read as {text}%, and is perhaps {percent}%.",
            $"Type {percent}% if that is meant. If it is {text}%, type {text}% with its sign.")
        {
            File = file,
            Row = row,
            Column = column,
            Value = text,
            Expected = "a percentage such as 97%",
            Ref = reference.Value,
        });
    }

    private void TellEach(IEnumerable<(int Row, string Column, decimal Value)> cells, Doubt doubt, IndicatorRef reference, string file)
    {
        foreach (var (row, column, value) in cells)
        {
            var text = NumberText.Write(value);
            var finding = doubt == Doubt.Share
                ? new Finding(
                    "percent-typed-as-share",
                    Severity.Warning,
                    $"{text} is typed among percentages such as 97%; it was read as {text}%, and is probably {NumberText.Write(value * 100)}%.",
                    $"Type {NumberText.Write(value * 100)}% or {text}%, whichever is meant.")
                : new Finding(
                    "percent-sign-missing",
                    Severity.Note,
                    $"{text} is typed without a percent sign among figures that have one; it was read as {text}%.",
                    $"Type {text}% if that is meant.");
            log.Add(finding with { File = file, Row = row, Column = column, Value = text, Expected = "percentages typed alike", Ref = reference.Value });
        }
    }

    private sealed class Series
    {
        public List<(int Row, string Column, decimal Value)> Shares { get; } = [];

        public List<(int Row, string Column, decimal Value)> Unsigned { get; } = [];

        public int Signed { get; set; }

        public decimal Largest { get; set; }

        /// <summary>The smallest figure above one.</summary>
        public decimal Smallest { get; private set; } = decimal.MaxValue;

        /// <summary>Far below the other figures as it stands, and among them a hundred times as large. An honest 0.8 is neither.</summary>
        public bool IsOddOneOut(decimal share) => share < Smallest / 2 && share * 100 >= Smallest / 2 && share * 100 <= Largest * 1.5m;

        public void SeeSize(decimal size)
        {
            Largest = Math.Max(Largest, size);
            Smallest = size > 1 ? Math.Min(Smallest, size) : Smallest;
        }

        /// <summary>Sees a figure without a percent sign.</summary>
        public void See(int row, string column, decimal size, decimal value)
        {
            SeeSize(size);
            var kept = size is > 0 and <= 1 ? Shares : Unsigned;
            if (kept.Count < MostKept)
            {
                kept.Add((row, column, value));
            }
        }
    }
}

/// <summary>Watches how the percentages of one series are typed.</summary>
internal delegate void PercentsOf(int row, string column, decimal value);
