using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Interchange.Tables;

namespace Quarterdeck.Interchange.Packs;

/// <summary>Reads a pack: a folder of CSV, a zip of one, or a workbook. Lenient in what people type, strict in what it means.</summary>
public static class PackReader
{
    public static PackReading Read(string path, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        var log = new FindingLog(limits.FindingsPerKind);
        using var source = RawTables.Open(path, limits, log);
        if (source is null)
        {
            return new PackReading(null, log.All());
        }

        var draft = new PackDraft();
        var raw = source.Tables.GroupBy(table => HeaderReader.Normal(table.Name)).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (name, tables) in raw.Where(pair => PackTables.All.All(known => known.Name != pair.Key)))
        {
            log.Add(new Finding("unknown-table", Severity.Warning, $"No table of a pack is called '{name}'; it was not read.", "Check its name. Known tables: " + string.Join(", ", PackTables.All.Select(known => known.Name)) + ".") { File = tables[0].File });
        }

        foreach (var table in PackTables.All)
        {
            if (raw.TryGetValue(table.Name, out var found))
            {
                Read(table, found[0], draft, log);
            }
            else if (table.Required)
            {
                log.Add(new Finding("missing-table", Severity.Error, $"The pack has no table '{table.Name}'.", $"Add {table.Name}.csv (or a sheet called {table.Name}).") { File = source.Name, Expected = "settings, indicators and results" });
            }
        }

        CheckSchemes(draft, log);
        CheckIndicatorReferences(draft, log);
        return new PackReading(log.HasErrors ? null : draft.ToPack(), log.All());
    }

    private static void Read(PackTable table, RawTable raw, PackDraft draft, FindingLog log)
    {
        IReadOnlyDictionary<string, int>? columns = null;
        var rows = 0;
        foreach (var record in raw.Records())
        {
            if (columns is null)
            {
                columns = HeaderReader.Read(table, raw.File, record, log);
                if (columns is null)
                {
                    return;
                }

                continue;
            }

            rows++;
            table.Read(new RowReader(raw.File, record, columns, log), draft);
        }

        if (raw.WasRefused)
        {
            return;
        }

        if (columns is null)
        {
            log.Add(new Finding("empty-file", table.Required ? Severity.Error : Severity.Warning, "The table is empty: it has not even a header row.", $"Give it a header row ({string.Join(", ", table.Columns.Where(column => column.Required).Select(column => column.Name))}) and its rows, or delete it.") { File = raw.File });
        }
        else if (rows == 0 && table.Required)
        {
            log.Add(new Finding("no-rows", table.Name == "indicators" ? Severity.Error : Severity.Warning, "The table has a header and no rows.", "Add rows.") { File = raw.File });
        }
    }

    private static void CheckSchemes(PackDraft draft, FindingLog log)
    {
        foreach (var indicator in draft.Indicators.Where(indicator => indicator.Scheme is { } name && RatingScheme.Find(name, draft.Schemes) is null))
        {
            log.Add(new Finding("unknown-scheme", Severity.Error, $"No rating scheme is called '{indicator.Scheme}'.", "Correct the name, or add the scheme to the schemes table.") { File = "indicators.csv", Row = indicator.At.Row, Column = "scheme", Value = indicator.Scheme, Ref = indicator.Ref.Value });
        }

        var setting = draft.SettingRows.FirstOrDefault(row => row.Key == "rating_scheme");
        if (setting is not null && RatingScheme.Find(setting.Value, draft.Schemes) is null)
        {
            log.Add(new Finding("unknown-scheme", Severity.Error, $"No rating scheme is called '{setting.Value}'.", "Correct the name, or add the scheme to the schemes table.") { File = "settings.csv", Row = setting.At.Row, Column = "value", Value = setting.Value });
        }
    }

    /// <summary>Parents and weights may stand below the rows that name them, so they are looked up at the end.</summary>
    private static void CheckIndicatorReferences(PackDraft draft, FindingLog log)
    {
        foreach (var indicator in draft.Indicators)
        {
            foreach (var (column, named) in new[] { ("parent", indicator.Parent), ("weight", indicator.Weight) })
            {
                if (named is { } reference && !draft.Versions.ContainsKey(reference))
                {
                    log.Add(new Finding("unknown-reference", Severity.Error, $"No indicator has the reference '{reference}'.", "Correct the reference, or add the indicator.") { File = "indicators.csv", Row = indicator.At.Row, Column = column, Value = reference.Value, Ref = indicator.Ref.Value });
                }
            }

            if (indicator is { Ytd: Domain.Indicators.YtdMethod.Weighted, Weight: null })
            {
                log.Add(new Finding("missing-value", Severity.Error, "A weighted year to date needs the indicator that weights it.", "Fill in weight, or choose another ytd.") { File = "indicators.csv", Row = indicator.At.Row, Column = "weight", Ref = indicator.Ref.Value });
            }
        }
    }
}
