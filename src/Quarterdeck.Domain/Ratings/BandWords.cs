using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Numbers;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Ratings;

/// <summary>Why a figure falls in a band, in words that follow the figure: <c>achieves the target of 85% (floor standard 80%)</c>.</summary>
/// <param name="indicator">Gives unit and good direction.</param>
/// <param name="standard">What the figure was held against.</param>
/// <param name="scheme">The scheme that rated it.</param>
internal sealed class BandWords(Indicator indicator, TargetSet standard, RatingScheme scheme)
{
    private readonly IReadOnlyList<SchemeBand> _rows = scheme.RowsFor(indicator, standard);

    /// <param name="band">Its place in the scheme.</param>
    /// <param name="value">The figure rated.</param>
    public string Why(int band, decimal value)
    {
        var row = _rows[band];
        var before = _rows.Take(band).LastOrDefault(Applies);
        if (row.Rule == BandRule.Otherwise)
        {
            return Left(before);
        }

        return Noted(Met(row, before, value) + (before is null ? string.Empty : But(row, before)), Notes(row, before));
    }

    /// <summary>Whether the band is a grade, which needs no words but its own.</summary>
    public bool IsGrade(Band band) => _rows[band.Order].Rule == BandRule.Grade;

    /// <summary>Why a figure has no band: <c>has no target to be held against</c>.</summary>
    public string Unrated(NotRated reason) => reason switch
    {
        NotRated.NoFloor => Shortfall(),
        NotRated.NoPolarity => $"cannot be judged, because nobody has said which way is good{Bracketed()}",
        NotRated.NoBandFits => $"fits no band of the scheme{Bracketed()}",
        NotRated.NoThresholds => $"has no thresholds to be held against{Bracketed()}",
        _ when standard.Text is { } text => Noted(
            $"cannot be held against a target in words, \u201c{text}\u201d", standard.Floor is { } floor ? $"floor standard {Full(floor)}" : string.Empty),
        _ when standard.WhyNone is { } why => $"has {why}{Bracketed()}",
        _ => $"has no target to be held against{Bracketed()}",
    };

    /// <summary>Why the rating of a figure is not computed, where a published one is carried.</summary>
    public string Unheld() => Unrated(
        indicator.Polarity == Polarity.Range ? standard is { Lower: null, Upper: null } ? NotRated.NoThresholds : NotRated.NoFloor
        : standard.Target is null ? NotRated.NoTarget
        : standard.Floor is null ? NotRated.NoFloor
        : NotRated.NoThresholds);

    /// <summary>The figure before rounding, in brackets, to as many places as tell it from target and floor; empty when rounding changed nothing.</summary>
    public string Exact(decimal? figure, int places)
    {
        if (figure is not { } exact || Rounding.To(exact, places) == exact)
        {
            return string.Empty;
        }

        var shown = places + 1;
        while (shown < 9 && (Differs(standard.Target) || Differs(standard.Floor)))
        {
            shown++;
        }

        return $" ({FigureText.Cell(indicator, Rounding.To(exact, shown))} before rounding)";

        bool Differs(decimal? limit) => limit is { } known && Rounding.To(exact, shown).CompareTo(known) != exact.CompareTo(known);
    }

    private string Bracketed() => Held() is { Length: > 0 } held ? $" ({held})" : string.Empty;

    /// <summary>Short of the target, where nothing says how serious that is.</summary>
    private string Shortfall()
    {
        var missed = indicator.Polarity == Polarity.Range ? $"lies outside {Range()}"
            : Row(BandRule.Target) is { } aim ? Missed(aim) : $"does not achieve {Target}";
        return $"{missed}{(Label() is { } label ? $" ({label})" : string.Empty)}, and no floor standard is held to tell how serious that is";
    }

    /// <summary>Everything the figure is held against, for a figure that could not be: <c>target 85%, floor standard 80%</c>; empty when nothing.</summary>
    public string Held()
    {
        var held = new List<string>();
        if (standard.Target is { } target)
        {
            held.Add($"target {Full(target)}{(Label() is { } label ? $" [{label}]" : string.Empty)}");
        }
        else if (standard.Text is { } text)
        {
            held.Add($"target \u201c{text}\u201d");
        }

        if (standard.Floor is { } floor)
        {
            held.Add($"floor standard {Full(floor)}");
        }

        return string.Join(", ", held);
    }

    private string Range() => (standard.Lower, standard.Upper) switch
    {
        ({ } lower, { } upper) => $"the expected range of {FigureText.Cell(indicator, lower)} to {Full(upper)}",
        ({ } lower, null) => $"the expected range of {Full(lower)} or more",
        (null, { } upper) => $"the expected range of {Full(upper)} or less",
        _ => "the expected range",
    };

    /// <summary>Whether a rule was tried at all: a floor standard that is not held gives way to a tolerance, and dates are for milestones.</summary>
    private bool Applies(SchemeBand row) => row.Rule switch
    {
        BandRule.Date or BandRule.Manual or BandRule.Grade or BandRule.Otherwise => false,
        BandRule.Floor => standard.Floor is not null,
        _ => true,
    };

    private string Met(SchemeBand row, SchemeBand? before, decimal value) => row.Rule switch
    {
        _ when InRange(row) => row.Amount is { } wider && wider != 0 && before is not null ? $"lies within {Full(wider)} of {Range()}"
            : row.Amount is { } margin && margin != 0 ? $"lies in {Range()}, or within {Full(margin)} of it" : $"lies in {Range()}",
        BandRule.Target => $"{(row.Strict && indicator.Polarity != Polarity.OnTarget ? $"is {Beyond}" : "achieves")} {Target}",
        BandRule.Floor => indicator.Polarity == Polarity.OnTarget ? $"is no further from {Target} than the floor standard of {Full(standard.Floor!.Value)}"
            : $"{(row.Strict ? $"is {Beyond}" : "achieves")} the floor standard of {Full(standard.Floor!.Value)}",
        BandRule.WithinRelative or BandRule.WithinAbsolute =>
            Achieves(value) && before?.Rule != BandRule.Target ? $"achieves {Target}" : $"is {Within(row)} of {Target} ({Limit(row)})",
        BandRule.Value => $"is {AtLeast(row)}",
        _ => "falls in the band",
    };

    /// <summary>The better band the figure fell short of.</summary>
    private string But(SchemeBand row, SchemeBand before) => (row.Rule, before.Rule) switch
    {
        _ when InRange(before) => InRange(row) ? " but not in it" : $" but lies outside {Range()}",
        (BandRule.Floor, BandRule.Target) => indicator.Polarity == Polarity.OnTarget ? " but not on it"
            : before.Strict ? $" but is not {Beyond} {Target}" : $" but not {Target}",
        (BandRule.WithinRelative or BandRule.WithinAbsolute, BandRule.WithinRelative or BandRule.WithinAbsolute) => $" but not {Within(before)}",
        (BandRule.WithinRelative or BandRule.WithinAbsolute, BandRule.Target) => before.Strict ? $" but not {Beyond} it" : " but does not achieve it",
        (BandRule.Value, BandRule.Value) => $" but not {AtLeast(before)}",
        _ => $" but {Missed(before)}",
    };

    /// <summary>What is left when every band was tried.</summary>
    private string Left(SchemeBand? last)
    {
        if (last is null)
        {
            return "falls in the only band";
        }

        var aim = Row(BandRule.Target);
        var plain = last is { Rule: BandRule.Floor, Strict: false } && aim is { Strict: false } && indicator.Polarity != Polarity.OnTarget;
        return plain
            ? $"achieves neither the floor standard of {Full(standard.Floor!.Value)} nor {Target}{(Label() is { } label ? $" ({label})" : string.Empty)}"
            : Noted(Missed(last), Notes(last, last.Rule == BandRule.Floor ? null : last));
    }

    private string Missed(SchemeBand row) => row.Rule switch
    {
        _ when InRange(row) => row.Amount is { } wider && wider != 0 ? $"lies more than {Full(wider)} outside {Range()}" : $"lies outside {Range()}",
        BandRule.Target => row.Strict && indicator.Polarity != Polarity.OnTarget ? $"is not {Beyond} {Target}" : $"does not achieve {Target}",
        BandRule.Floor => indicator.Polarity == Polarity.OnTarget ? $"is further from {Target} than the floor standard of {Full(standard.Floor!.Value)}"
            : row.Strict
                ? $"is not {Beyond} the floor standard of {Full(standard.Floor!.Value)}"
                : $"does not achieve the floor standard of {Full(standard.Floor!.Value)}",
        BandRule.WithinRelative or BandRule.WithinAbsolute when row.Strict && indicator.Polarity != Polarity.OnTarget =>
            $"falls {Amount(row)} or more short of {Target}",
        BandRule.WithinRelative or BandRule.WithinAbsolute => $"is not {Within(row)} of {Target} ({Limit(row)})",
        _ => $"is not {AtLeast(row)}",
    };

    /// <summary>For brackets: where the target comes from, and the target and floor standard no other words have named.</summary>
    private string Notes(SchemeBand row, SchemeBand? before)
    {
        var rules = new[] { row.Rule, before?.Rule ?? row.Rule };
        var named = rules.Any(rule => rule is BandRule.Target or BandRule.WithinRelative or BandRule.WithinAbsolute)
            || (indicator.Polarity == Polarity.OnTarget && rules.Contains(BandRule.Floor));
        var notes = new List<string>();
        if (named && !InRange(row) && Label() is { } label)
        {
            notes.Add(label);
        }
        else if (!named && standard.Target is { } target)
        {
            notes.Add($"target {Full(target)}");
        }

        if (!rules.Contains(BandRule.Floor) && standard.Floor is { } floor)
        {
            notes.Add($"floor standard {Full(floor)}");
        }

        return string.Join("; ", notes);
    }

    /// <summary>Notes in brackets, within those that are there already.</summary>
    private static string Noted(string words, string notes) => notes.Length == 0 ? words
        : words.EndsWith(')') ? $"{words[..^1]}; {notes})" : $"{words} ({notes})";

    private string Target => standard.Target is { } target ? $"the target of {Full(target)}" : "the target";

    private string Beyond => indicator.Polarity == Polarity.Lower ? "below" : "above";

    private bool Achieves(decimal value) => standard.Target is { } target && indicator.Polarity switch
    {
        Polarity.Higher => value >= target,
        Polarity.Lower => value <= target,
        Polarity.OnTarget => value == target,
        Polarity.Range or Polarity.Neutral => false,
    };

    private string Within(SchemeBand row) => !row.Strict ? $"within {Amount(row)}"
        : indicator.Polarity == Polarity.OnTarget ? $"within less than {Amount(row)}"
        : $"less than {Amount(row)} short";

    private string Amount(SchemeBand row) =>
        row.Rule == BandRule.WithinRelative ? $"{FigureText.Plain(row.Amount ?? 0)}%" : Full(row.Amount ?? 0);

    /// <summary>The figure a tolerance comes to: <c>72.2% or more</c>.</summary>
    private string Limit(SchemeBand row)
    {
        var target = standard.Target ?? 0;
        var tolerance = row.Rule == BandRule.WithinRelative ? Math.Abs(target) * (row.Amount ?? 0) / 100 : row.Amount ?? 0;
        return indicator.Polarity switch
        {
            Polarity.Lower => row.Strict ? $"below {Full(target + tolerance)}" : $"{Full(target + tolerance)} or less",
            Polarity.OnTarget => $"{FigureText.Cell(indicator, Trimmed(target - tolerance))} to {Full(target + tolerance)}",
            _ => row.Strict ? $"above {Full(target - tolerance)}" : $"{Full(target - tolerance)} or more",
        };
    }

    private string AtLeast(SchemeBand row) => (indicator.Polarity == Polarity.Lower, row.Strict) switch
    {
        (false, false) => $"{Full(row.Amount ?? 0)} or more",
        (false, true) => $"more than {Full(row.Amount ?? 0)}",
        (true, false) => $"{Full(row.Amount ?? 0)} or less",
        (true, true) => $"less than {Full(row.Amount ?? 0)}",
    };

    private bool InRange(SchemeBand row) =>
        row.Rule == BandRule.Range
        || (indicator.Polarity == Polarity.Range && row.Rule is BandRule.Target or BandRule.WithinAbsolute or BandRule.WithinRelative);

    private SchemeBand? Row(BandRule rule) => _rows.FirstOrDefault(row => row.Rule == rule);

    /// <summary>The label without brackets of its own: it stands in brackets.</summary>
    private string? Label() => standard.Target is not null && standard.Label is { } label
        ? label.Replace(" (", ", ", StringComparison.Ordinal)
            .Replace("(", string.Empty, StringComparison.Ordinal)
            .Replace(")", string.Empty, StringComparison.Ordinal)
        : null;

    private string Full(decimal figure) => FigureText.Full(indicator, IsGiven(figure) ? figure : Trimmed(figure));

    /// <summary>Figures of the standard are shown as given, trailing zeros and all; those worked out from them are not.</summary>
    private bool IsGiven(decimal figure) =>
        figure == standard.Target || figure == standard.Floor || figure == standard.Lower || figure == standard.Upper;

    private static decimal Trimmed(decimal figure)
    {
        var places = Scaled.Places(figure);
        while (places > 0 && Rounding.To(figure, places - 1) == figure)
        {
            places--;
        }

        return Rounding.To(figure, places);
    }
}
