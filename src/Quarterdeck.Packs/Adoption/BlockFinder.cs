using System.Text.RegularExpressions;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Adoption;

/// <summary>Finds the headings of tables wherever they stand, in one row or two, and what each column is.</summary>
internal sealed partial class BlockFinder(PeriodHeadings periods, AdoptionMapping mapping)
{
    private const int RowsLookedAt = 10;

    private static readonly HashSet<ColumnRole> RowRoles =
        [ColumnRole.Value, ColumnRole.Target, ColumnRole.Floor, ColumnRole.Lower, ColumnRole.Upper, ColumnRole.Rating, ColumnRole.Ytd, ColumnRole.YtdTarget];

    /// <summary>The block whose heading begins at a row; null where none does.</summary>
    public AdoptedBlock? At(SourceSection section, int index)
    {
        var row = section.Rows[index];
        if (row.Table == 0 || IsPairs(row))
        {
            return null;
        }

        var next = index + 1 < section.Rows.Count && section.Rows[index + 1].Table == row.Table ? section.Rows[index + 1] : null;
        var (top, bottom) = (Look(row), next is null ? default : Look(next));
        var isTwo = next is not null && !IsLone(next) && bottom is { Numbers: 0, Known: > 0 } && bottom.Known == bottom.Filled
            && (bottom.Names && !top.Names ? top is { Filled: > 0, Numbers: 0 } && Spans(row) && (top.Periods > 0 || bottom.IsHeader)
                : top.IsHeader && !bottom.Names);
        if (!isTwo && !top.IsHeader)
        {
            return null;
        }

        var headerRows = isTwo ? 2 : 1;
        var data = section.Rows.Skip(index + headerRows).TakeWhile(each => each.Table == row.Table).Take(RowsLookedAt).ToList();
        var width = Math.Max(row.Cells.Count, next is not null && isTwo ? next.Cells.Count : 0);
        List<AdoptedColumn> columns =
            [.. Enumerable.Range(0, width).Select(place => Column(section, place, isTwo ? Join(row, next!, place) : row[place].Text))];
        InOrder(columns);
        var isByRow = !columns.Any(column => column.Role is ColumnRole.Title or ColumnRole.Ref || (column.Role == ColumnRole.Period && column.Place > 0))
            && data.Count > 0
            && columns.Any(column => column.Period is not null) && RowRoles.Contains(HeadingRoles.Of(data[0][0].Text))
            && HeadingRoles.Of(data[0][0].Text) != ColumnRole.Unknown;
        var block = new AdoptedBlock(section, row, headerRows, columns) { IsByRow = isByRow, Width = width };
        return isByRow ? block with { Columns = Mended(columns) } : Named(block, data);
    }

    /// <param name="Filled">Cells with words.</param>
    /// <param name="Known">Those that are a heading councils use, or a period.</param>
    /// <param name="Numbers">Cells that are figures, which no heading is.</param>
    /// <param name="Periods">Cells that name a period.</param>
    /// <param name="Names">One is the heading of references, titles or periods.</param>
    /// <param name="IsFirstKnown">The first is a heading too: where it is not, it may be the name of a service.</param>
    private readonly record struct Seen(int Filled, int Known, int Numbers, int Periods, bool Names, bool IsFirstKnown)
    {
        public bool IsHeader => Numbers == 0 && Known > 1 && Known * 2 >= Filled
            && (Names || Periods > 0 || Known == Filled || (Known == Filled - 1 && !IsFirstKnown));
    }

    private Seen Look(SourceRow row)
    {
        var (filled, known, numbers, named, names, isFirstKnown) = (0, 0, 0, 0, false, false);
        foreach (var (_, cell) in row.Filled.Where(each => !each.Item.IsCovered))
        {
            filled++;
            var (role, period) = Parse(cell.Text);
            if (period is not null || role != ColumnRole.Unknown)
            {
                known++;
                isFirstKnown |= filled == 1;
                named += period is null ? 0 : 1;
                names |= role is ColumnRole.Ref or ColumnRole.Title or ColumnRole.Period;
            }
            else if (cell.Kind is CellKind.Number or CellKind.Percent || NumberText.TryRead(cell.Text, false, out _, out _))
            {
                numbers++;
            }
        }

        return new Seen(filled, known, numbers, named, names, isFirstKnown);
    }

    /// <summary>What a heading is: a period, a role, or both, such as <c>Apr-25 Target</c>.</summary>
    private (ColumnRole Role, PeriodHeading? Period) Parse(string text)
    {
        var heading = Brackets().Replace(text.Replace('\n', ' '), string.Empty).Trim();
        if (periods.Read(heading) is { } whole)
        {
            return (ColumnRole.Value, whole);
        }

        for (var at = heading.IndexOf(' ', StringComparison.Ordinal); at > 0; at = heading.IndexOf(' ', at + 1))
        {
            var (left, right) = (heading[..at], heading[(at + 1)..].Trim(' ', '-', ':', '–'));
            if (periods.ReadWithin(left, right) is { } part)
            {
                return (ColumnRole.Value, part);
            }

            if (periods.Read(left) is { } first && HeadingRoles.Of(right) is not ColumnRole.Unknown and var after)
            {
                return (after, first);
            }

            if (periods.Read(right) is { } last && HeadingRoles.Of(left) is not ColumnRole.Unknown and var before)
            {
                return (before, last);
            }
        }

        return (HeadingRoles.Of(heading), null);
    }

    private AdoptedColumn Column(SourceSection section, int place, string heading)
    {
        var (role, period) = Parse(heading);
        if (mapping.RoleOf(section, heading) is { } said)
        {
            return new AdoptedColumn(place, heading, said, "The mapping says so.") { Period = period };
        }

        // A year beside a role says which year a target is for, or last year's figure; it is no period of its own.
        if (period is { Frequency: Frequency.Year } && role is not ColumnRole.Value)
        {
            period = null;
        }

        return new AdoptedColumn(place, heading, role, role switch
        {
            ColumnRole.Unknown => heading.Length == 0 ? "It has no heading." : "No council's word for a column is known that says this.",
            _ when period is not null => $"The heading names the period {period.Value.Closing}.",
            _ => "The heading says so.",
        })
        {
            Period = period,
            Doubt = period is { IsYearAssumed: true } ? $"The year of \"{heading}\" is written nowhere; {period.Value.Closing} was taken." : null,
        };
    }

    /// <summary>The heading of two rows. The upper stands over all columns it is merged with, or over those up to the next.</summary>
    private static string Join(SourceRow top, SourceRow bottom, int place)
    {
        var hasMerged = top.Cells.Any(cell => cell.IsCovered);
        var at = place;
        while (at > 0 && (hasMerged ? top[at].IsCovered : top[at].IsBlank))
        {
            at--;
        }

        var (upper, lower) = (at == place || bottom[place].Text.Length > 0 || top[place].IsCovered ? top[at].Text : string.Empty, bottom[place].Text);
        return bottom[place].IsCovered || lower.Length == 0 ? (place == at || top[place].IsCovered ? top[at].Text : string.Empty)
            : upper.Length == 0 || upper == lower ? lower : $"{upper} {lower}";
    }

    /// <summary>Finds the columns of references and titles by what stands below where no heading names them, and mends broken months.</summary>
    private static AdoptedBlock Named(AdoptedBlock block, List<SourceRow> data)
    {
        var columns = Mended([.. block.Columns]);
        if (columns.All(column => column.Role != ColumnRole.Ref))
        {
            Take(columns, ColumnRole.Ref, "References stand below it.", place => Share(data, place, text => Reference().IsMatch(text)) >= 0.6);
        }

        if (columns.All(column => column.Role != ColumnRole.Title))
        {
            var longest = columns.Where(column => column.Role == ColumnRole.Unknown && column.Place <= 3)
                .MaxBy(column => data.Sum(row => row[column.Place].Text.Length))?.Place;
            Take(columns, ColumnRole.Title, "It holds the longest words of each row.", place => place == longest
                && Share(data, place, text => text.Length >= 8 && text.Any(char.IsAsciiLetterLower)) >= 0.5);
        }

        var rowRole = block.HasPeriods
            ? columns.FirstOrDefault(column => column.Role is ColumnRole.Unknown or ColumnRole.Unit or ColumnRole.Title or ColumnRole.Ignore && column.Place > 0
                && Share(data, column.Place, text => RowRoles.Contains(HeadingRoles.Of(text))) >= 0.8)?.Place ?? -1
            : -1;
        if (rowRole >= 0)
        {
            columns[rowRole] = columns[rowRole] with { Role = ColumnRole.Ignore };
        }

        return block with { Columns = columns, RowRole = rowRole };
    }

    private static void Take(List<AdoptedColumn> columns, ColumnRole role, string reason, Func<int, bool> fits)
    {
        var found = columns.FindIndex(column => column.Role == ColumnRole.Unknown && fits(column.Place));
        if (found >= 0)
        {
            columns[found] = columns[found] with { Role = role, Reason = reason };
        }
    }

    private static double Share(List<SourceRow> data, int place, Func<string, bool> fits)
    {
        var filled = data.Select(row => row[place].Text).Where(text => text.Length > 0).ToList();
        return filled.Count == 0 ? 0 : (double)filled.Count(fits) / filled.Count;
    }

    /// <summary>
    /// Months without a year that do not follow each other run over the end of a year: the earlier are of the year before. A person should
    /// look at all of them.
    /// </summary>
    private static void InOrder(List<AdoptedColumn> columns)
    {
        var bare = columns.FindAll(column => column is { Role: ColumnRole.Value, Period.IsBare: true });
        var isTurned = false;
        for (var at = bare.Count - 2; at >= 0; at--)
        {
            var (own, next) = (bare[at].Period!.Value, bare[at + 1].Period!.Value.Closing);
            isTurned |= own.Closing >= next;
            bare[at] = own.Closing < next ? bare[at] : bare[at] with { Period = own with { Closing = own.Closing.AddMonths(-12) } };
        }

        foreach (var column in bare.Where(_ => isTurned))
        {
            columns[column.Place] = column with { Doubt = $"The year of \"{column.Heading}\" is not written; {column.Period!.Value.Closing} was taken." };
        }
    }

    /// <summary>A heading that cannot be read between two periods of an even run is the one between them, and a person should look.</summary>
    private static List<AdoptedColumn> Mended(List<AdoptedColumn> columns)
    {
        for (var at = 1; at + 1 < columns.Count; at++)
        {
            if (columns[at] is { Role: ColumnRole.Unknown, Heading.Length: > 0 } broken
                && columns[at - 1] is { Period: { } before, Role: ColumnRole.Value } && columns[at + 1] is { Period: { } after, Role: ColumnRole.Value }
                && after.Closing.MonthsSince(before.Closing) is > 1 and <= 24 and var gap && gap % 2 == 0)
            {
                var between = before.Closing.AddMonths(gap / 2);
                columns[at] = broken with
                {
                    Role = ColumnRole.Value,
                    Period = before with { Closing = between },
                    Doubt = $"\"{broken.Heading}\" is not a period; it stands between {before.Closing} and {after.Closing}, so {between} was taken.",
                };
            }
        }

        return columns;
    }

    /// <summary>Headings and their values in turn: Directorate, its name, Officer, a name.</summary>
    public static bool IsPairs(SourceRow row)
    {
        var filled = row.Filled.Where(each => !each.Item.IsCovered).Select(each => each.Item.Text).ToList();
        return filled.Count is 2 or 4 or 6 && filled.Index().All(each => each.Index % 2 == 0
            ? HeadingRoles.Of(each.Item) is ColumnRole.Area or ColumnRole.Owner or ColumnRole.CabinetMember or ColumnRole.Unit or ColumnRole.Polarity
            : HeadingRoles.Of(each.Item) is ColumnRole.Unknown);
    }

    private static bool IsLone(SourceRow row) => row.Only is not null && row.Cells.Count > 2 && row[0].Text.Length > 0;

    /// <summary>The row begins further right than a title would, so its words stand over columns.</summary>
    private static bool Spans(SourceRow row) => row.Filled.Any() && row.Filled.First().Index > 0;

    [GeneratedRegex(@"\s*\((?:provisional|prov|p|est|estimated|forecast|actual)\)\s*$|\*+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^[A-Z][A-Z&]{0,7}[ /._-]?\d{1,5}[a-z]?$|^[A-Z]{1,4}[-_/.][A-Z]{0,4}\d{1,4}[a-z]?$", RegexOptions.CultureInvariant)]
    internal static partial Regex Reference();
}
