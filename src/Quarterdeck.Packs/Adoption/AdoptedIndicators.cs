using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Adoption;

/// <summary>All indicators of the sources. The same one may stand in several tables and files, by its reference or its title.</summary>
internal sealed partial class AdoptedIndicators
{
    /// <summary>Letters that a title which was cut must share with the whole one.</summary>
    private const int LeastShared = 18;

    private readonly List<AdoptedIndicator> _all = [];
    private readonly HashSet<AdoptedIndicator> _closed = [];
    private readonly HashSet<AdoptedIndicator> _sheets = [];
    private readonly List<(string, AdoptedIndicator)> _guessed = [];
    private int _last = -1;

    public IReadOnlyList<AdoptedIndicator> All => _all;

    /// <summary>Titles of pages that were matched only by their place.</summary>
    public IReadOnlyList<(string Cut, AdoptedIndicator Whole)> Guessed => _guessed;

    public AdoptedIndicator? Known(string reference) => _all.Find(each => each.Ref is { } known && Same(known, reference));

    public AdoptedIndicator? Titled(string title) => _all.Find(each => Same(each.Title, title) || (each.ShortTitle is { } shorter && Same(shorter, title)));

    /// <summary>The indicator a row names.</summary>
    /// <param name="reference">Null where the row gives none.</param>
    /// <param name="title">Empty where the row gives none.</param>
    /// <param name="area">The service it is under; tells two of one title apart.</param>
    /// <param name="isFull">The row has figures of periods, so its title is the one in full.</param>
    public AdoptedIndicator Of(string? reference, string title, string? area, bool isFull)
    {
        var found = reference is not null ? Known(reference)
            : _all.Find(each => Same(each.Title, title) && (each.Area is null || area is null || Same(each.Area, area)));
        if (found is null && reference is not null && title.Length > 0)
        {
            found = _all.Find(each => each.Ref is null && Same(each.Title, title));
        }

        if (found is null)
        {
            found = new AdoptedIndicator(title.Length > 0 ? title : reference!) { HasOwnTitle = isFull };
            _all.Add(found);
        }
        else if (title.Length > 0 && !Same(title, found.Title))
        {
            if (isFull && !found.HasOwnTitle)
            {
                found.ShortTitle ??= found.Title;
                found.Title = title;
            }
            else if (!isFull)
            {
                found.ShortTitle ??= title;
            }
        }

        found.HasOwnTitle |= isFull;
        found.Ref ??= reference;
        return found;
    }

    /// <summary>The indicator of a page whose title may be cut: the next of the list that begins alike and has no page yet.</summary>
    public AdoptedIndicator OfCutTitle(string title)
    {
        var whole = Titled(title) ?? Alike(title);

        // Pages stand in the order of the list before them.
        if (whole is null && _last + 1 < _all.Count && !_sheets.Contains(_all[_last + 1]) && _all[_last + 1].Results.Count == 0)
        {
            whole = _all[_last + 1];
            _guessed.Add((title, whole));
        }

        if (whole is null)
        {
            whole = new AdoptedIndicator(title);
            _all.Add(whole);
        }

        _sheets.Add(whole);
        _last = _all.IndexOf(whole);
        return whole;
    }

    /// <summary>The one without a page whose title begins most alike, of several the next; or the page before, which goes on.</summary>
    private AdoptedIndicator? Alike(string title)
    {
        var (open, shared) = _all.Index().Where(each => !_sheets.Contains(each.Item)).Select(each => (each, Shared: Shared(each.Item.Title, title)))
            .OrderByDescending(each => (each.Shared, each.each.Index > _last, -each.each.Index)).FirstOrDefault();
        var goesOn = _last >= 0 ? Shared(_all[_last].Title, title) : 0;
        return Math.Max(goesOn, shared) < LeastShared ? null : goesOn > shared ? _all[_last] : open.Item;
    }

    /// <summary>The end of a file: what it printed is of the latest period in it.</summary>
    public void Close(string file)
    {
        var open = _all.Where(each => !_closed.Contains(each)).ToList();
        var round = open.Max(each => each.Latest);
        foreach (var indicator in open.Where(each => each.Figures.Count > 0))
        {
            indicator.Round ??= round;
            _closed.Add(indicator);
        }
    }

    /// <summary>Whether a heading may be the title of an indicator, whole or cut.</summary>
    public static bool IsLike(AdoptedIndicator indicator, string heading) => Shared(indicator.Title, heading) >= LeastShared;

    private static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static int Shared(string one, string other)
    {
        var (left, right) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        return left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    private static string Plain(string text) => NotWords().Replace(text, string.Empty);

    [GeneratedRegex(@"[^\p{L}\p{N}&%£]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotWords();
}
