using System.Text.RegularExpressions;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What stands around a row: the service it is under, the indicator a sheet is about, the period a title names.</summary>
internal sealed class SourceContext
{
    public string? Area { get; set; }

    public string? Heading { get; set; }

    /// <summary>The indicator that what follows is about, in papers that give each a page.</summary>
    public AdoptedIndicator? Subject { get; set; }

    /// <summary>The indicator the last row of the block was of.</summary>
    public AdoptedIndicator? LastRow { get; set; }

    /// <summary>What the words that follow are: commentary, action, risk.</summary>
    public string? WordsKind { get; set; }

    /// <summary>The period of figures whose own heading names none.</summary>
    public PeriodHeading? Period { get; set; }
}

/// <summary>Reads the sections of all sources, in order, into indicators. Every cell with a number is accounted for.</summary>
internal sealed partial class AdoptedSource(PeriodHeadings periods, AdoptionMapping mapping, AdoptionRecord record)
{
    private readonly BlockFinder _finder = new(periods, mapping);
    private readonly List<AdoptedBlock> _blocks = [];

    public AdoptedIndicators Indicators { get; } = new();

    public IReadOnlyList<AdoptedBlock> Blocks => _blocks;

    /// <summary>Officers by area and role.</summary>
    public List<(string Area, string Role, string Holder)> Posts { get; } = [];

    public void Read(IReadOnlyList<SourceSection> sections)
    {
        foreach (var file in sections.GroupBy(section => section.File))
        {
            var (filePeriod, fileYear) = Hints(file.Key, [.. file]);
            var before = Indicators.All.Count;
            var context = new SourceContext { Period = filePeriod };
            foreach (var section in file)
            {
                if (section.Kind == SourceKind.Sheet)
                {
                    context = Named(section, filePeriod, fileYear, file.Count());
                }
                else
                {
                    periods.Year = fileYear;
                }

                Read(section, context);
            }

            Indicators.Close(file.Key);
        }
    }

    /// <summary>The period and the financial year that the file's name and the first words of its sheets say.</summary>
    private (PeriodHeading? Period, int? Year) Hints(string file, List<SourceSection> sections)
    {
        var words = sections.SelectMany(section => section.Rows.Take(12)).Select(row => row.Only).OfType<string>().Where(text => text.Length < 200)
            .Append(Path.GetFileNameWithoutExtension(file).Replace('_', ' ')).Append(sections[0].Name).ToList();
        periods.Year = null;
        var year = words.Select(PeriodHeadings.YearIn).FirstOrDefault(found => found is not null);
        var period = words.Select(periods.In).FirstOrDefault(found => found is not null);
        return (period, year ?? (period is { } named ? named.Closing.Number >= periods.YearStart ? named.Closing.Year : named.Closing.Year - 1 : null));
    }

    /// <summary>A sheet's name may be its month, its year, or the service its rows are of.</summary>
    private SourceContext Named(SourceSection section, PeriodHeading? filePeriod, int? fileYear, int sheets)
    {
        var own = section.Rows.Take(6).Select(row => row.Only).OfType<string>().Append(section.Name)
            .Select(PeriodHeadings.YearIn).FirstOrDefault(found => found is not null);
        periods.Year = own ?? fileYear;
        var named = periods.Read(section.Name) ?? periods.In(section.Name)
            ?? section.Rows.Take(6).Select(row => row.Only is { } title ? periods.In(title) : null).FirstOrDefault(found => found is not null);
        var isArea = sheets > 1 && named is null && own is null && section.Name.Length > 1 && !NotAnArea().IsMatch(section.Name);
        return new SourceContext { Area = isArea ? section.Name : null, Heading = section.Name, Period = named ?? filePeriod };
    }

    private void Read(SourceSection section, SourceContext context)
    {
        AdoptedBlock? block = null;
        for (var at = 0; at < section.Rows.Count; at++)
        {
            var row = section.Rows[at];
            if (_finder.At(section, at) is { } found)
            {
                block = found;
                _blocks.Add(found);
                Begin(found, context);
                at += found.HeaderRows - 1;
            }
            else if (row.Table == 0)
            {
                Words(section, row, context);
            }
            else if (block is not null && block.Header.Table == row.Table)
            {
                new RowReading(block, row, context, this).Read();
            }
            else
            {
                Lone(section, row, context);
            }
        }
    }

    /// <summary>Accounts for the numbers of a heading, and takes what the heading says of the table.</summary>
    private void Begin(AdoptedBlock block, SourceContext context)
    {
        context.LastRow = null;
        context.WordsKind = null;
        foreach (var row in block.Section.Rows.Where(row => row.Table == block.Header.Table && row.Number >= block.Header.Number).Take(block.HeaderRows))
        {
            foreach (var (place, cell) in row.Filled.Where(each => each.Item.HasDigit))
            {
                var column = block.Columns.FirstOrDefault(each => each.Place == place);
                if (column is { Role: ColumnRole.Unknown or ColumnRole.Ignore })
                {
                    record.LeaveOut(block.Section, row, place, $"The heading \"{column.Heading}\" is not taken: {column.Reason}");
                }
                else
                {
                    record.Read(block.Section, row, place, "heading", column?.Doubt);
                }
            }
        }

        if (block.IsByRow && context.Subject is null && context.Heading is { Length: > 8 } title)
        {
            context.Subject = Indicators.Of(null, OfFigures().Replace(title, string.Empty), context.Area, isFull: true);
        }

        // A summary names the service in the place of a heading for the titles.
        if (block.Columns is [{ Role: ColumnRole.Title, Reason: not "The heading says so.", Heading: { Length: > 0 } area }, ..]
            && block.Columns.Any(column => column.Role == ColumnRole.Rating) && !block.HasPeriods)
        {
            context.Area = area;
        }
    }

    public AdoptionRecord Record => record;

    public PeriodHeadings Periods => periods;

    /// <summary>A line of words: a heading, who answers for a service, or what is said about an indicator.</summary>
    private void Words(SourceSection section, SourceRow row, SourceContext context)
    {
        var text = row[0].Text;
        if (Officers().Match(text) is { Success: true } officers)
        {
            Post(context.Area, "responsible-officer", officers.Groups[1].Value);
            Post(context.Area, "cabinet-member", officers.Groups[2].Value);
            return;
        }

        if (WordsHeading(text) is { } kind && context.Subject is not null)
        {
            context.WordsKind = kind;
            return;
        }

        if (row.IsHeading && RatedTitle().Match(text) is { Success: true } rated)
        {
            Turn(section, row, context, rated.Groups[1].Value, rated.Groups[2].Value, 0);
            return;
        }

        if (row.IsHeading || (text.Length < 80 && periods.In(text) is null && KindOf().IsMatch(text)))
        {
            context.Heading = text;
            context.WordsKind = null;
            context.Subject = context.Subject is { } page && AdoptedIndicators.IsLike(page, text) ? page : null;
            context.Area = row.IsHeading && !KindOf().IsMatch(text) && Indicators.Titled(text) is null ? text : context.Area;
            return;
        }

        if (About().Match(text) is { Success: true } about
            && about.Groups["ref"].Captures.Select(each => Indicators.Known(each.Value)).FirstOrDefault(each => each is not null) is { } subject)
        {
            subject.Words.Add(("commentary", about.Groups["text"].Value.Trim()));
            Say(section, row, subject, "commentary");
        }
        else if (context is { WordsKind: { } words, Subject: { } current })
        {
            current.Words.Add((words, text));
            Say(section, row, current, words);
        }
        else if (context.Subject is { } sheet)
        {
            About(sheet, text);
        }
    }

    private void Say(SourceSection section, SourceRow row, AdoptedIndicator subject, string kind) =>
        record.LeaveOut(section, row, 0, $"It stands in words about {subject.Ref ?? subject.Title}; the words were read as {kind}.");

    /// <summary>What a page says of its indicator beside the figures.</summary>
    private static void About(AdoptedIndicator indicator, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (PolarityWords().Match(line) is { Success: true } polarity)
            {
                indicator.Polarity ??= polarity.Groups[1].Value.StartsWith('h') || polarity.Groups[1].Value.StartsWith('H') ? "higher" : "lower";
            }
            else if (UnitWords().Match(line) is { Success: true } unit)
            {
                indicator.Unit ??= unit.Groups[1].Value.Trim().ToLowerInvariant() switch { "percentage" or "percent" or "%" => "percent", _ => indicator.Unit };
            }
            else if (SourceWords().Match(line) is { Success: true } source)
            {
                indicator.Source ??= source.Groups[1].Value.Trim();
            }
            else if (line.Contains("rolling 12 month", StringComparison.OrdinalIgnoreCase))
            {
                indicator.Basis ??= "rolling-12";
            }
            else if (line.Contains("year to date", StringComparison.OrdinalIgnoreCase) && line.Contains("reported as", StringComparison.OrdinalIgnoreCase))
            {
                indicator.Basis ??= "cumulative";
            }
        }
    }

    /// <summary>A row of a table without a heading: the title of a page, or pairs of a heading and its value.</summary>
    private void Lone(SourceSection section, SourceRow row, SourceContext context)
    {
        var filled = row.Filled.Where(each => !each.Item.IsCovered).ToList();
        if (BlockFinder.IsPairs(row))
        {
            for (var at = 0; at + 1 < filled.Count; at += 2)
            {
                Pair(context, HeadingRoles.Of(filled[at].Item.Text), filled[at + 1].Item.Text);
            }
        }
        else if (filled is [var (first, title), .., var (_, last)] && first == 0 && title.Text.Length > 8
            && RatingAtEnd().Match(last.Text) is { Success: true } rating)
        {
            Turn(section, row, context, title.Text, rating.Groups[1].Value, filled[^1].Index);
        }
        else if (filled is [var (place, only)] && place == 0 && WordsHeading(only.Text) is null && only.Text.Length is > 3 and < 200
            && (context.Heading is null || context.Heading == section.Name || only.Text.Length >= 25))
        {
            context.Heading = only.Text;
        }
    }

    /// <summary>The page of an indicator begins: what follows is about it.</summary>
    private void Turn(SourceSection section, SourceRow row, SourceContext context, string title, string rating, int place)
    {
        context.Subject = Indicators.OfCutTitle(title);
        context.WordsKind = null;
        context.Subject.Area ??= context.Area;
        context.Subject.Add(new AdoptedFigure(ColumnRole.Rating, null, rating, default, null, section.Place(row.Number, place)));
        record.Read(section, row, 0, "title");
    }

    private void Pair(SourceContext context, ColumnRole role, string value)
    {
        switch (role)
        {
            case ColumnRole.Area when context.Subject is { } subject:
                subject.Area ??= value;
                break;
            case ColumnRole.Area:
                context.Area = value;
                break;
            case ColumnRole.Owner when context.Subject is { } subject:
                subject.Owner ??= value;
                break;
            case ColumnRole.Owner or ColumnRole.CabinetMember:
                Post(context.Area, role == ColumnRole.Owner ? "responsible-officer" : "cabinet-member", value);
                break;
        }
    }

    public void Post(string? area, string role, string holder)
    {
        var name = holder.Trim().TrimEnd('.');
        if (area is not null && name.Length > 0 && !Posts.Contains((area, role, name)))
        {
            Posts.Add((area, role, name));
        }
    }

    private static string? WordsHeading(string text) => text.Trim().TrimEnd(':').ToLowerInvariant() switch
    {
        "commentary" or "comments" or "comment" => "commentary",
        "risks" or "risk" => "risk",
        var plain when plain.StartsWith("what actions are we taking", StringComparison.Ordinal) || plain is "actions" => "action",
        var plain when plain.StartsWith("discussion and actions agreed", StringComparison.Ordinal) => "assurance",
        _ => null,
    };

    [GeneratedRegex(
        @"^(sheet ?\d*|data|kpis?.*|indicators?|performance.*|dashboard|results|report|summary|all|main)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAnArea();

    [GeneratedRegex(@"^Responsible officers?: (.+?)\.(?: Cabinet members?: (.+?)\.)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Officers();

    [GeneratedRegex(@"performance indicators?|activity indicators?|^activity$|^kpis$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KindOf();

    [GeneratedRegex(
        @"^(?<ref>[A-Z&]{1,6} ?\d{1,4}[a-z]?)(?: ?(?:/|,|and|&) ?(?<ref>[A-Z&]{1,6} ?\d{1,4}[a-z]?))* ?(?:[-\u2013\u2014:]|\.(?= )) ?(?<text>.+)$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    [GeneratedRegex(@"\b(higher|lower)\b.{0,20}\bbetter\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PolarityWords();

    [GeneratedRegex("^Unit of measure: *(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnitWords();

    [GeneratedRegex("^(?:Data )?Source: *(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SourceWords();

    [GeneratedRegex(@": figures by period$", RegexOptions.CultureInvariant)]
    private static partial Regex OfFigures();

    [GeneratedRegex(@"^(.{8,}?) [^\w\s]? ?(Red|Amber|Green)$", RegexOptions.CultureInvariant)]
    private static partial Regex RatedTitle();

    [GeneratedRegex(@"^(Red|Amber|Green)\b.{0,12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RatingAtEnd();
}
