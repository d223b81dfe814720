using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Charts;

/// <summary>Lays a trend of the site out: ground, grid, lines, names, points, values.</summary>
internal sealed class BandedLayout
{
    private const double Gap = 10;

    /// <summary>The room of a line's sample in the key.</summary>
    private const double KeyLine = 27;

    private static readonly double[] UsualDashes = [2, 4];

    private readonly BandedTrend _trend;
    private readonly TrendSize _size;
    private readonly ValueAxis _axis;
    private readonly List<TrendPoint> _points;
    private readonly List<SceneItem> _items = [];
    private readonly LabelPlacer _placer;
    private readonly Box _plot;

    /// <summary>Lines of the key over the plot; 0 where names stand beside it.</summary>
    private readonly int _keyLines;

    private BandedLayout(BandedTrend trend, TrendSize size)
    {
        (_trend, _size, _axis) = (trend, size, BandedAxis.Of(trend, size));
        _points = [.. trend.Points.Select(named => named.Point)];
        var left = _axis.Ticks.Select(tick => TextWidth.Of(_axis.Label(tick, trend.Unit), size.Type, false)).Append(16).Max() + Gap;
        var names = LineNames().Select(name => TextWidth.Of(name.Words, size.Type, true)).ToList();
        var gutter = HasGutter && names.Count > 0 ? names.Max() + Gap : 14;
        _keyLines = HasGutter || names.Count == 0 ? 0 : names.Sum(name => name + KeyLine + 12) <= size.Width - 4 ? 1 : names.Count;
        var head = size.Type + (_keyLines == 0 ? 8 : 12 + (_keyLines * (size.Type + 8))) + (trend.Unit.Name is null ? 0 : size.Type + 4);
        _plot = new Box(left, head, size.Width - gutter, size.Height - size.Type - 14);
        _placer = new LabelPlacer(new Box(2, _keyLines == 0 ? 1 : _plot.Top - 6, size.Width - 2, _plot.Bottom - 1));
    }

    /// <summary>Names stand in the plot's right margin, or over it where that is too narrow for both.</summary>
    private bool HasGutter => _size.Width >= 400;

    /// <summary>In a small chart the lines are named by the text over it.</summary>
    private bool IsSmall => _size == TrendSize.Small;

    public static Scene Of(BandedTrend trend, TrendSize size)
    {
        var layout = new BandedLayout(trend, size);
        layout.Grounds();
        layout.Grid();
        layout.Standards();
        layout.Names();
        layout.YearBefore();
        layout.Values();
        return new Scene(size.Width, size.Height, layout._items);
    }

    private double X(int index) => _points.Count == 1 ? (_plot.Left + _plot.Right) / 2
        : _plot.Left + Inset + ((_plot.Width - (2 * Inset)) * index / (_points.Count - 1));

    private double Inset => Math.Min(30, _plot.Width / (2 * Math.Max(1, _points.Count)));

    private double Y(decimal figure) => _axis.Step == 0 ? _plot.Bottom
        : Math.Clamp(_plot.Bottom - (_axis.Share(figure) * _plot.Height), _plot.Top, _plot.Bottom);

    /// <summary>Where the stretch of a period begins and ends.</summary>
    private (double From, double To) Slot(int index) => (
        index == 0 ? _plot.Left : (X(index - 1) + X(index)) / 2,
        index == _points.Count - 1 ? _plot.Right : (X(index) + X(index + 1)) / 2);

    private void Grounds()
    {
        for (var index = 0; index < _points.Count; index++)
        {
            var (from, to) = Slot(index);
            while (index + 1 < _points.Count && SameStandard(_points[index], _points[index + 1]))
            {
                to = Slot(++index).To;
            }

            foreach (var (top, bottom, ground) in Grounds(_points[index]))
            {
                if (bottom - top > 0.01)
                {
                    _items.Add(new SceneArea(SceneRole.Range, [new(from, top), new(to, top), new(to, bottom), new(from, bottom)], ground));
                }
            }
        }
    }

    private IEnumerable<(double Top, double Bottom, Colour Ground)> Grounds(TrendPoint point)
    {
        if (point.Target is { } aim && _trend.Good != GoodSide.None)
        {
            var (target, floor) = (Y(aim.Value), Y((point.Floor ?? aim).Value));
            var isAbove = _trend.Good == GoodSide.Above;
            yield return isAbove ? (_plot.Top, target, BandedInk.GoodGround) : (target, _plot.Bottom, BandedInk.GoodGround);
            yield return isAbove ? (target, floor, BandedInk.ShortGround) : (floor, target, BandedInk.ShortGround);
            yield return isAbove ? (floor, _plot.Bottom, BandedInk.BadGround) : (_plot.Top, floor, BandedInk.BadGround);
        }
        else if (point.Lower is not null || point.Upper is not null)
        {
            yield return (
                point.Upper is { } upper ? Y(upper) : _plot.Top, point.Lower is { } lower ? Y(lower) : _plot.Bottom, BandedInk.RangeGround);
        }
    }

    private static bool SameStandard(TrendPoint one, TrendPoint other) =>
        (one.Target?.Value, one.Floor?.Value, one.Lower, one.Upper) == (other.Target?.Value, other.Floor?.Value, other.Lower, other.Upper);

    private void Grid()
    {
        foreach (var tick in _axis.Ticks)
        {
            var y = Y(tick);
            _items.Add(new SceneLine(SceneRole.Grid, [new(_plot.Left, y), new(_plot.Right, y)], BandedInk.Grid, 1, Ink.Solid));
            Write(SceneRole.AxisLabel, _axis.Label(tick, _trend.Unit), new Spot(_plot.Left - 8, y + (_size.Type * 0.34)), TextAnchor.End, BandedInk.Quiet);
        }

        if (_trend.Unit.Name is { } unit)
        {
            var words = TextWidth.Shortened(unit, _size.Type, false, _size.Width - 4);
            Write(SceneRole.AxisLabel, words, new Spot(2, _size.Type), TextAnchor.Start, BandedInk.Quiet);
            _placer.Take(((SceneText)_items[^1]).Bounds);
        }

        _items.Add(new SceneLine(SceneRole.Axis, [new(_plot.Left, _plot.Bottom), new(_plot.Right, _plot.Bottom)], BandedInk.Axis, 1.5, Ink.Solid));
        foreach (var name in PeriodNames())
        {
            _items.Add(name);
        }
    }

    /// <summary>As many names of periods as fit, counted back from the last, which is bold; at length where all of them fit so.</summary>
    private List<SceneText> PeriodNames()
    {
        var last = _points.FindLastIndex(point => point.Value is not null && !point.Forecast);
        SceneText Name(int index, bool isLong)
        {
            var words = isLong ? _trend.Points[index].Long : _trend.Points[index].Short;
            var half = TextWidth.Of(words, _size.Type, index == last) / 2;
            var x = Math.Clamp(X(index), half + 2, Math.Max(half + 2, _size.Width - half - 2));
            return new SceneText(
                SceneRole.AxisLabel, words, new Spot(x, _plot.Bottom + _size.Type + 5), TextAnchor.Middle, _size.Type, index == last, BandedInk.Text, false);
        }

        static bool Fit(List<SceneText> names, int stride) => Enumerable.Range(0, names.Count)
            .Where(index => (names.Count - 1 - index) % stride == 0)
            .Select(index => names[index].Bounds)
            .ToList() is var boxes && boxes.Zip(boxes.Skip(1)).All(pair => pair.First.Right + 8 <= pair.Second.Left);

        var names = Enumerable.Range(0, _points.Count).Select(index => Name(index, isLong: true)).ToList();
        if (!Fit(names, 1))
        {
            names = [.. Enumerable.Range(0, _points.Count).Select(index => Name(index, isLong: false))];
        }

        var stride = 1;
        while (stride < names.Count && !Fit(names, stride))
        {
            stride++;
        }

        return [.. names.Where((_, index) => (names.Count - 1 - index) % stride == 0)];
    }

    private void Standards()
    {
        Stepped(SceneRole.Usual, point => point.Usual?.Mean, BandedInk.Quiet, 1, Ink.Solid);
        Stepped(SceneRole.Usual, point => point.Usual?.Lower?.Value, BandedInk.Quiet, 1.5, UsualDashes);
        Stepped(SceneRole.Usual, point => point.Usual?.Upper?.Value, BandedInk.Quiet, 1.5, UsualDashes);
        Decisions();
        Stepped(SceneRole.Target, point => point.Target?.Value, BandedInk.Target, 2, Ink.Solid);
        Stepped(SceneRole.Floor, point => point.Floor?.Value, BandedInk.Floor, 2, [6, 4]);
        Stepped(SceneRole.Range, point => point.Lower, Ink.BandEdge, 1.5, [6, 4]);
        Stepped(SceneRole.Range, point => point.Upper, Ink.BandEdge, 1.5, [6, 4]);
    }

    /// <summary>A dotted line where somebody decided that the limits begin anew, with its words.</summary>
    private void Decisions()
    {
        for (var index = 0; index < _points.Count; index++)
        {
            if (!IsSmall && _points[index].Usual is { IsDecided: true })
            {
                var x = Slot(index).From;
                _items.Add(new SceneLine(SceneRole.Break, [new(x, _plot.Top), new(x, _plot.Bottom)], BandedInk.Quiet, 1.5, UsualDashes));
                var isLeft = x > (_plot.Left + _plot.Right) / 2;
                var beside = new Spot(x + (isLeft ? -6 : 6), _plot.Bottom - 8);
                Write(SceneRole.LineLabel, "New limits", beside, isLeft ? TextAnchor.End : TextAnchor.Start, BandedInk.Quiet);
                _placer.Take(((SceneText)_items[^1]).Bounds);
            }
        }
    }

    private void Stepped(SceneRole role, Func<TrendPoint, decimal?> of, Colour stroke, double thickness, IReadOnlyList<double> dashes)
    {
        // What is usual begins anew where figures cannot be compared: no line leads over to it.
        foreach (var run in Runs.Of(_points.Count, index => of(_points[index]), index => role == SceneRole.Usual && IsOtherPhase(index)))
        {
            var spots = new List<Spot>();
            foreach (var index in run)
            {
                var (from, to) = Slot(index);
                var y = Y(of(_points[index])!.Value);
                if (spots.Count > 0 && spots[^1].Y == y)
                {
                    spots.RemoveAt(spots.Count - 1);
                }
                else
                {
                    spots.Add(new Spot(from, y));
                }

                spots.Add(new Spot(to, y));
            }

            _items.Add(new SceneLine(role, spots, stroke, thickness, dashes));
            if (role != SceneRole.Usual)
            {
                _placer.Avoid(spots, soft: true);
            }
        }
    }

    private bool IsOtherPhase(int index) => index > 0 && _points[index].Usual?.Mean != _points[index - 1].Usual?.Mean;

    private IEnumerable<(string Words, decimal At, Colour Ink, IReadOnlyList<double> Dashes)> LineNames()
    {
        if (IsSmall || _points.Count == 0)
        {
            yield break;
        }

        if (_points.FindLast(point => point.Target is not null)?.Target is { } target)
        {
            yield return ($"{_trend.TargetWord} {target.Displayed}", target.Value, BandedInk.Target, Ink.Solid);
        }

        if (_points.FindLast(point => point.Floor is not null)?.Floor is { } floor)
        {
            yield return ($"{_trend.FloorWord} {floor.Displayed}", floor.Value, BandedInk.Floor, [6, 4]);
        }

        if (_points.FindLast(point => point.Lower is not null || point.Upper is not null) is { } range)
        {
            var middle = ((range.Lower ?? _axis.Low) + (range.Upper ?? _axis.High)) / 2;
            yield return (_trend.RangeWord, middle, BandedInk.Quiet, [6, 4]);
        }

        var usual = _points.FindLast(point => point.Usual is not null)?.Usual;
        if (usual?.Upper is { } most)
        {
            yield return ($"Usual up to {most.Displayed}", most.Value, BandedInk.Quiet, UsualDashes);
        }

        if (usual?.Lower is { } least)
        {
            yield return ($"Usual from {least.Displayed}", least.Value, BandedInk.Quiet, UsualDashes);
        }
    }

    /// <summary>The names of the lines at their ends, pushed apart where they meet; over the plot where it is narrow.</summary>
    private void Names()
    {
        var names = LineNames().ToList();
        if (!HasGutter)
        {
            var (x, y) = (2.0, _plot.Top - 6 - (_keyLines * (_size.Type + 8)) + 8);
            foreach (var name in names)
            {
                _items.Add(new SceneLine(SceneRole.Legend, [new(x, y), new(x + KeyLine - 5, y)], name.Ink, 2.5, name.Dashes));
                Write(SceneRole.Legend, name.Words, new Spot(x + KeyLine, y + (_size.Type * 0.34)), TextAnchor.Start, name.Ink, isBold: true);
                (x, y) = _keyLines > 1 ? (x, y + _size.Type + 8) : (x + KeyLine + TextWidth.Of(name.Words, _size.Type, true) + 12, y);
            }

            return;
        }

        var last = double.NegativeInfinity;
        foreach (var name in names.OrderBy(name => Y(name.At)))
        {
            last = Math.Max(Y(name.At) + (_size.Type * 0.34), last + _size.Type + 3);
            Write(SceneRole.LineLabel, name.Words, new Spot(_plot.Right + 8, last), TextAnchor.Start, name.Ink, isBold: true);
            _placer.Take(((SceneText)_items[^1]).Bounds);
        }
    }

    /// <summary>The other year as a dashed line with rings.</summary>
    private void YearBefore()
    {
        foreach (var run in Runs.Of(Math.Min(_points.Count, _trend.Before.Count), index => _trend.Before[index]))
        {
            var spots = run.Select(index => new Spot(X(index), Y(_trend.Before[index]!.Value))).ToList();
            if (spots.Count > 1)
            {
                _items.Add(new SceneLine(SceneRole.Comparator, spots, BandedInk.Before, 2, [7, 5]));
                _placer.Avoid(spots, soft: true);
            }

            _items.AddRange(spots.Select(spot => new SceneMarker(SceneRole.Comparator, spot, MarkShape.Ring, 4.5, Colour.White)));
        }
    }

    private void Values()
    {
        var valued = Enumerable.Range(0, _points.Count).Where(index => _points[index].Value is not null).ToList();
        Spot At(int index) => new(X(index), Y(_points[index].Value!.Value));
        foreach (var run in Runs.Of(_points.Count, index => _points[index].Value, index => _trend.Points[index].StartsAnew).Where(run => run.Count > 1))
        {
            var spots = run.Select(At).ToList();
            _items.Add(new SceneLine(SceneRole.Value, spots, BandedInk.Line, 2.5, Ink.Solid));
            _placer.Avoid(spots, soft: false);
        }

        if (valued.Count == 0)
        {
            return;
        }

        var last = valued.FindLast(index => !_points[index].Forecast) is var reported && valued.Contains(reported) ? reported : valued[^1];
        foreach (var index in valued)
        {
            if (_points[index].IsSignal)
            {
                _items.Add(new SceneMarker(SceneRole.Usual, At(index), MarkShape.Ring, index == last ? 12 : valued.Count > 26 ? 8 : 10, Colour.White));
            }

            _items.Add(Marker(index, At(index), index == last, isSmall: valued.Count > 26));
            _placer.Take(((SceneMarker)_items[^1]).Bounds);
        }

        new BandedLabels(_points, valued, last, _size, At, _placer).AddTo(_items);
        EndNames(last, At);
    }

    private SceneMarker Marker(int index, Spot at, bool isLast, bool isSmall)
    {
        var mark = _points[index].Rating;
        var shape = mark?.Shape ?? MarkShape.Circle;
        var radius = (isLast ? 7.5 : isSmall ? 4 : IsSmall ? 4.5 : 6) * (mark is null ? 0.75 : 1);
        return new SceneMarker(
            _points[index].Forecast ? SceneRole.Forecast : SceneRole.Value,
            at,
            _points[index].Forecast ? MarkShape.Ring : shape,
            MarkOutline.Radius(shape, radius),
            _points[index].Forecast || shape == MarkShape.Ring ? Colour.White : mark?.Colour ?? BandedInk.Line);
    }

    /// <summary>The two years by name at their lines' ends, where there is room.</summary>
    private void EndNames(int last, Func<int, Spot> at)
    {
        var end = _trend.Before.ToList().FindLastIndex(figure => figure is not null);
        if (_trend.Names is not var (before, now) || !HasGutter || end < 0 || _trend.Before[end] is not { } figure)
        {
            return;
        }

        foreach (var (words, spot, ink) in new[] { (before, new Spot(X(end), Y(figure)), BandedInk.Before), (now, at(last), BandedInk.Line) })
        {
            var proposals = new[] { 24.0, -18, 42, -36 }.Select(down => new SceneText(
                SceneRole.LineLabel, words, new Spot(spot.X, spot.Y + down), TextAnchor.Middle, _size.Type, true, ink, true)).ToList();
            if (_placer.Place(proposals, matters: true) is { } placed)
            {
                _items.Add(placed);
            }
        }
    }

    private void Write(SceneRole role, string words, Spot at, TextAnchor anchor, Colour ink, bool isBold = false) =>
        _items.Add(new SceneText(role, words, at, anchor, _size.Type, isBold, ink, false));
}
