using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Rows;

/// <summary>What is known of a pack while its tables are being read: what later rows may refer to, and their calendars.</summary>
internal sealed class PackReadContext(string name, FindingCollector log)
{
    private const int MostLabels = 10_000;

    private readonly Dictionary<string, HashSet<string>> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<IndicatorRef, List<Indicator>> _indicators = [];
    private readonly Dictionary<string, (PeriodLabel? Label, string? Why)> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bandWords =
        RatingScheme.RagFloor.Bands.ToDictionary(band => band.Label, band => band.Label, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly HashSet<IndicatorRef> _spoilt = [];

    /// <summary>What the person named: the folder or file.</summary>
    public string Name { get; } = name;

    public FindingCollector Log { get; } = log;

    public Settings Settings { get; set; } = new([]);

    /// <summary>The bands of the pack's own rating schemes.</summary>
    public IReadOnlyList<SchemeBand> Schemes { get; set; } = [];

    /// <summary>Rows of one table that are read at most.</summary>
    public int MostRows { get; init; } = int.MaxValue;

    /// <summary>How percentages are typed.</summary>
    public PercentSpellings Percents { get; } = new(log);

    /// <summary>How the periods of results are typed.</summary>
    public PeriodSpellings Periods { get; } = new(log);

    /// <summary>The rows are as this program wrote them: <c>2002-03</c> is a month, whatever the indicator.</summary>
    public bool IsCanonical { get; init; }

    /// <summary>A table could not be read, so nothing that refers to it can be said to be wrong.</summary>
    public void TellUnread(string table) => _unread.Add(table);

    public bool IsUnread(string table) => _unread.Contains(table);

    public void AddCode(string table, string code) => Codes(table).Add(code);

    public bool Knows(string table, string code) => _unread.Contains(table) || Codes(table).Contains(code);

    public void AddScheme(string scheme) => AddCode("schemes", scheme.ToLowerInvariant());

    public bool KnowsScheme(string scheme) =>
        Knows("schemes", scheme.ToLowerInvariant()) || string.Equals(scheme, Domain.Packs.Settings.DefaultScheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The scheme a cell names, in any case.</summary>
    public string? KnownScheme(RowReader row, PackColumn column)
    {
        if (row.Text(column) is not { } scheme || KnowsScheme(scheme))
        {
            return row.Text(column);
        }

        Refuse(row, column, Unknown(column, "schemes", scheme));
        return null;
    }

    public void AddBandWord(string word) => _bandWords.TryAdd(word, word);

    /// <summary>A band's word as its scheme writes it, when it is one; else as typed.</summary>
    public string? BandWord(string? typed) => typed is not null && _bandWords.TryGetValue(typed, out var word) ? word : typed;

    public void AddIndicator(Indicator indicator)
    {
        if (!_indicators.TryGetValue(indicator.Ref, out var versions))
        {
            _indicators[indicator.Ref] = versions = [];
        }

        versions.Add(indicator);
    }

    /// <summary>There is such an indicator, but its row is in error: what refers to it cannot be read either, and is not told again.</summary>
    public void AddSpoilt(IndicatorRef reference) => _spoilt.Add(reference);

    public bool IsSpoilt(IndicatorRef reference) => _unread.Contains("indicators") || _spoilt.Contains(reference);

    /// <summary>The indicators of which there is one version and no spoilt row.</summary>
    public IEnumerable<Indicator> OnlyVersions() =>
        _indicators.Where(each => each.Value.Count == 1 && !_spoilt.Contains(each.Key)).Select(each => each.Value[0]);

    /// <summary>Every version of the indicator; none when there is no such indicator.</summary>
    public IReadOnlyList<Indicator> Versions(IndicatorRef reference) => _indicators.TryGetValue(reference, out var versions) ? versions : [];

    /// <summary>A reference of a cell that some indicator has; anything else spoils the row.</summary>
    public IndicatorRef? KnownRef(RowReader row, PackColumn column) =>
        row.Ref(column) is { } reference && IsKnown(row, column, reference) ? reference : null;

    public IReadOnlyList<IndicatorRef> KnownRefs(RowReader row, PackColumn column)
    {
        var known = new List<IndicatorRef>();
        foreach (var part in row.Parts(column))
        {
            if (!IndicatorRef.IsValid(part))
            {
                row.Error(
                    column,
                    "not-a-reference",
                    part,
                    $"\"{part}\" is not a reference.",
                    "references parted by semicolons",
                    "Part references by semicolons: FN06;FN07.");
            }
            else if (IsKnown(row, column, new IndicatorRef(part)))
            {
                known.Add(new IndicatorRef(part));
            }
        }

        return known;
    }

    public string? KnownCode(RowReader row, PackColumn column, string table) =>
        row.Text(column) is { } code && IsKnown(row, column, table, code) ? code : null;

    public IReadOnlyList<string> KnownCodes(RowReader row, PackColumn column, string table) =>
        [.. row.Parts(column).Where(code => IsKnown(row, column, table, code))];

    /// <summary>For references between rows of one table, which are only all known at its end.</summary>
    public void RefuseUnknown(string file, int row, PackColumn column, string table, string? code)
    {
        if (code is not null && !Knows(table, code))
        {
            Log.Add(Unknown(column, table, code) with { File = file, Row = row });
        }
    }

    public void RefuseUnknownRef(string file, int row, PackColumn column, IndicatorRef reference) =>
        Log.Add(Unknown(column, "indicators", reference.Value) with { File = file, Row = row });

    /// <summary>The period an indicator's cell names; what fits none of its periods spoils the row.</summary>
    public Period? Period(RowReader row, PackColumn column, IndicatorRef reference) =>
        Period(row, column, reference, static version => (version.Calendar, version.Basis.RollingMonths));

    /// <summary>The same for a result, which is given by month where the indicator's figures are made from months.</summary>
    public Period? ResultPeriod(RowReader row, PackColumn column, IndicatorRef reference) => Period(
        row, column, reference, static version => (version.ResultCalendar, version.FromMonths is null ? version.Basis.RollingMonths : 0));

    private Period? Period(
        RowReader row, PackColumn column, IndicatorRef reference, Func<Indicator, (PeriodCalendar Calendar, int RollingMonths)> rhythm)
    {
        if (row.Text(column) is not { } text || Label(row, column, text) is not { } label)
        {
            return null;
        }

        string? why = null;
        Period? outside = null;
        void See(PeriodLabel read, PeriodCalendar calendar)
        {
            if (read is PeriodLabel.OfMonth month && (calendar.Frequency != Frequency.Year || (!month.MayBeYear && calendar.ClosesIn(month.Closing))))
            {
                Periods.See(month, row, column, reference);
            }
        }

        foreach (var version in Versions(reference))
        {
            var (calendar, window) = rhythm(version);
            if (PeriodSpan.Closes(label, calendar, window, out var fault) is not { } closing)
            {
                why = fault;
            }
            else if (version.HoldsIn(closing))
            {
                See(label, calendar);
                return calendar.Closing(closing);
            }
            else
            {
                outside = calendar.Closing(closing);
            }
        }

        if (outside is { } found)
        {
            row.Tell(
                Severity.Warning,
                column,
                "outside-validity",
                text,
                $"No version of {reference} is in force in {MonthNames.Long(found.Closing)}.",
                "a period within the indicator's from and to",
                "Correct the period, or the from and to of the indicator.");
            return found;
        }

        row.Error(
            column,
            "period-fits-no-frequency",
            text,
            $"\"{text}\" {why}.",
            Expected(rhythm(Versions(reference)[^1]).Calendar),
            "Write the month in which the period closes, such as 2025-10, or correct the indicator's frequency or calendar.");
        return null;
    }

    /// <summary>A month of the organisation's year, with no frequency to fit: a reporting round, a comparator's period.</summary>
    public Month? Closing(RowReader row, PackColumn column) => Span(row, column, new PeriodCalendar(Frequency.Month, Settings.FinancialYearStart))?.Closing;

    /// <summary>The months an indicator's label covers, with no frequency to fit: from when to when a target holds.</summary>
    public PeriodSpan? Span(RowReader row, PackColumn column, IndicatorRef reference) =>
        Versions(reference) is [var first, ..] ? Span(row, column, first.Calendar) : null;

    public PeriodSpan? Span(RowReader row, PackColumn column, PeriodCalendar calendar)
    {
        if (row.Text(column) is not { } text || Label(row, column, text) is not { } label)
        {
            return null;
        }

        if (PeriodSpan.Of(label, calendar, out var why) is { } span)
        {
            return span;
        }

        row.Error(
            column,
            "not-a-period",
            text,
            $"\"{text}\" {why}.",
            "a month such as 2025-10, or a label such as Oct 2025, Q2 2025/26 or 2025/26",
            "Write the month in which the period closes, such as 2025-10.");
        return null;
    }

    private PeriodLabel? Label(RowReader row, PackColumn column, string text)
    {
        if (!_labels.TryGetValue(text, out var read))
        {
            var label = PeriodText.TryRead(text, out var why);
            label = IsCanonical && Month.TryParse(text, out var month) ? new PeriodLabel.OfMonth(month) : label;
            read = (label, why);
            if (_labels.Count < MostLabels)
            {
                _labels[text] = read;
            }
        }

        if (read.Label is null)
        {
            row.Error(
                column,
                "not-a-period",
                text,
                $"\"{text}\" {read.Why}.",
                "a month such as 2025-10, or a label such as Oct 2025, Q2 2025/26 or 2025/26",
                "Write the month in which the period closes, such as 2025-10.");
        }

        return read.Label;
    }

    private bool IsKnown(RowReader row, PackColumn column, IndicatorRef reference)
    {
        if (_indicators.ContainsKey(reference))
        {
            return true;
        }

        if (IsSpoilt(reference))
        {
            row.Spoil();
        }
        else
        {
            Refuse(row, column, Unknown(column, "indicators", reference.Value));
        }

        return false;
    }

    private bool IsKnown(RowReader row, PackColumn column, string table, string code)
    {
        if (Knows(table, code))
        {
            return true;
        }

        Refuse(row, column, Unknown(column, table, code));
        return false;
    }

    private static void Refuse(RowReader row, PackColumn column, Finding finding) =>
        row.Error(column, finding.Code, finding.Value!, finding.Message, finding.Expected!, finding.Remedy);

    private Finding Unknown(PackColumn column, string table, string code)
    {
        var known = table == "indicators" ? _indicators.Keys.Select(reference => reference.Value) : Codes(table);
        var likely = Spelling.Nearest(code, known);
        return new Finding(
            "unknown-reference",
            Severity.Error,
            $"\"{code}\" is in no row of the table {table}.",
            likely is null ? $"Correct it, or add a row for it to {table}." : $"Write {likely} if that is what is meant, or add a row for it to {table}.")
        {
            Column = column.Name,
            Value = code,
            Expected = $"one that the table {table} has",
        };
    }

    private static string Expected(PeriodCalendar calendar)
    {
        var closing = Enumerable.Range(1, 12)
            .Select(number => new Month(2001, number))
            .Where(calendar.ClosesIn)
            .Select(month => MonthNames.Short(month.Number));
        return calendar.Frequency == Frequency.Month ? "a month" : $"a period that closes in {string.Join(", ", closing)}";
    }

    private HashSet<string> Codes(string table)
    {
        if (!_codes.TryGetValue(table, out var codes))
        {
            _codes[table] = codes = new HashSet<string>(StringComparer.Ordinal);
        }

        return codes;
    }
}
