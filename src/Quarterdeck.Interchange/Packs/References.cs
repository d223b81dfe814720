using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Interchange.Values;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Looks up what a row names in the rows read before it.</summary>
internal static class References
{
    /// <summary>A code of another table, or null where the cell is blank.</summary>
    public static string? Code(RowReader row, string column, HashSet<string> known, string noun)
    {
        if (row.Text(column) is not { } code || known.Contains(code))
        {
            return row.Text(column);
        }

        row.Refuse(column, "unknown-code", $"No {noun} has the code '{code}'.", $"a code of the {noun}s table", $"Correct the code, or add the {noun} (above the rows that name it).");
        return null;
    }

    public static IReadOnlyList<string> Codes(RowReader row, string column, HashSet<string> known, string noun)
    {
        var codes = row.List(column);
        foreach (var code in codes.Where(code => !known.Contains(code)))
        {
            row.Refuse(column, "unknown-code", $"No {noun} has the code '{code}'.", $"codes of the {noun}s table, with semicolons between", $"Correct the code, or add the {noun}.");
        }

        return codes;
    }

    /// <summary>Refuses a key that an earlier row has used, naming both rows.</summary>
    public static void Once(RowReader row, PackDraft draft, string table, string column, string key)
    {
        if (!draft.Keys.TryAdd((table, key), row.Number))
        {
            row.Refuse(column, "duplicate", $"This row and row {draft.Keys[(table, key)]} are for the same thing: {key}.", "one row for each", "Delete one of the two rows, or tell them apart.");
        }
    }

    /// <summary>A period of an indicator, read with the version of it that holds then.</summary>
    public static Period? Own(RowReader row, string column, IReadOnlyList<Indicator> versions)
    {
        row.Needed(column);
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        Period? fits = null;
        foreach (var version in versions)
        {
            if (PeriodText.TryRead(text, version.Calendar, out var closing, out _))
            {
                if (version.HoldsIn(closing))
                {
                    return version.Calendar.Closing(closing);
                }

                fits ??= version.Calendar.Closing(closing);
            }
        }

        return fits ?? (row.Period(column, versions[^1].Calendar) is { } month ? versions[^1].Calendar.Closing(month) : null);
    }

    /// <summary>A month typed as an own period, as any month, or as a whole year (its first month, or its last).</summary>
    public static Month? Any(RowReader row, string column, PeriodCalendar own, PackDraft draft, bool opening = false)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (PeriodText.TryRead(text, own, out var month, out _) || PeriodText.TryRead(text, draft.Monthly, out month, out _))
        {
            return month;
        }

        foreach (var years in new[] { new PeriodCalendar(Frequency.Year, own.YearStart), draft.FinancialYears })
        {
            if (PeriodText.TryRead(text, years, out month, out _))
            {
                return opening ? years.YearOpening(month) : month;
            }
        }

        return row.Period(column, own);
    }
}
