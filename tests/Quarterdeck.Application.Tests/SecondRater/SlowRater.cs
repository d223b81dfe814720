namespace Quarterdeck.Application.Tests.SecondRater;

/// <summary>
/// Rates a pack by the rules alone: one indicator, one month, one rule at a time, from the rows as typed. It shares no code with the product, so
/// that a mistake in one is not a mistake in both.
/// </summary>
internal sealed class SlowRater(PlainPack pack)
{
    private readonly Dictionary<(string Ref, string? Part), Figures> _figures = [];

    /// <summary>What the rated record must say, by field. A reason is one of a few words.</summary>
    /// <param name="reference">The indicator.</param>
    /// <param name="asAt">The month it is rated at.</param>
    /// <param name="part">One part of its whole; null: the whole.</param>
    public Dictionary<string, string?> Rate(string reference, int asAt, string? part = null)
    {
        var figures = FiguresOf(reference, part);
        var latest = figures.LatestBy(asAt);
        var terms = figures.VersionAt(latest ?? asAt);
        var answer = terms.Kind == "milestone" ? Milestone(reference, terms, asAt)
            : latest is { } closing
                ? One(reference, figures, closing, part).Answer(asAt)
            : Nothing(reference, figures, terms, asAt, part);
        return answer.Where(field => field.Value is not null).ToDictionary();
    }

    public int? LatestIn(string reference, int round) => FiguresOf(reference).LatestBy(round);

    private OneRating One(string reference, Figures figures, int closing, string? part) =>
        new(pack, reference, figures, new YearSoFar(figures, weights => part is null ? FiguresOf(weights) : null), this, closing, part);

    private Figures FiguresOf(string reference, string? part = null) =>
        _figures.TryGetValue((reference, part), out var kept) ? kept : _figures[(reference, part)] = new Figures(pack, reference, part, other => FiguresOf(other, part));

    private Dictionary<string, string?> Nothing(string reference, Figures figures, Terms terms, int asAt, string? part)
    {
        var month = terms.Rhythm.Closes(asAt) ? asAt : terms.Rhythm.Previous(asAt);
        var one = One(reference, figures, month, part);
        var standard = one.Standard();
        var why = terms.IsRated ? "no result" : "not a KPI";
        return new(one.Ahead(terms.Rhythm.Previous(month)))
        {
            ["target"] = standard.Aim,
            ["floor"] = standard.Floor?.Text(),
            ["lower"] = terms.Row["range_on"] == "latest" || (terms.Ytd == "none" && terms.Row["range_on"] != "ytd") ? standard.Lower?.Text() : null,
            ["upper"] = terms.Row["range_on"] == "latest" || (terms.Ytd == "none" && terms.Row["range_on"] != "ytd") ? standard.Upper?.Text() : null,
            ["reason"] = why,
            ["not_rated"] = why,
            ["ytd_not_rated"] = terms.IsRated && terms.Ytd == "none" ? "no year to date" : why,
            ["no_direction"] = "no figure",
            ["stale"] = "false",
        };
    }

    private Dictionary<string, string?> Milestone(string reference, Terms terms, int asAt)
    {
        var verdict = Steps(reference, asAt);
        return new()
        {
            ["reason"] = "rated on the year to date only",
            ["not_rated"] = "rated on the year to date only",
            ["ytd_rating"] = verdict.Band,
            ["ytd_not_rated"] = verdict.Why,
            ["previous_rating"] = Steps(reference, asAt - 1).Band,
            ["no_direction"] = "no figure",
            ["stale"] = "false",
        };
    }

    private Verdict Steps(string reference, int asAt)
    {
        var today = Months.LastDay(asAt);
        List<string?> due = [];
        var met = 0;
        var all = 0;
        foreach (var step in pack.Of("milestones", reference))
        {
            all++;
            var dueOn = DateOnly.Parse(step["due"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (dueOn > today)
            {
                continue;
            }

            var done = step["done"] is { } text ? DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : (DateOnly?)null;
            var state = step["state"] is "met" or "missed" ? step["state"] : done is { } day ? day <= dueOn ? "met" : "missed" : null;
            due.Add(state);
            met += state == "met" ? 1 : 0;
        }

        return all == 0 ? Verdict.Not("no result")
            : due.Contains("missed") ? Verdict.In("Red")
            : due.Contains(null) ? Verdict.Not("a step past due is undecided")
            : due.Count == 0 ? Verdict.Not("not yet due")
            : Verdict.In("Green");
    }
}
