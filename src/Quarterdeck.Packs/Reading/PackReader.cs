using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Rows;
using Quarterdeck.Packs.Schemas;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Reading;

/// <summary>
/// Reads a pack: a folder of CSV, a zip of one, or a workbook. Lenient in what people type, strict in what it means:
/// what could mean two things is told and not guessed, and any error refuses the whole pack.
/// </summary>
public static class PackReader
{
    /// <param name="path">A folder, a zip, or an <c>.xlsx</c> or <c>.ods</c> workbook.</param>
    /// <param name="limits">How much is read at most; the defaults when left out.</param>
    public static PackReading Read(string path, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        var log = new FindingCollector(limits.FindingsPerKind);
        using var source = PackSource.Open(path, limits, log);
        var pack = source is null ? null : Read(source, log, limits.RowsOfOtherTables);
        return new PackReading(log.HasErrors ? null : pack, log.All());
    }

    internal static Pack Read(RawTables source, FindingCollector log, int mostRows = int.MaxValue)
    {
        var tables = Named(source, log);
        var underway = new PackReadContext(source.Name, log) { MostRows = mostRows, IsCanonical = source.IsCanonical };

        // Before a table come those its rows refer to: calendars hang on settings, periods on indicators.
        underway.Settings = new Settings(Rows(PackDescription.Settings));
        var schemes = Rows(PackDescription.Schemes);
        underway.Schemes = schemes;
        RefuseUnknownScheme(underway, tables);
        var areas = Rows(PackDescription.Areas);
        var objectives = Rows(PackDescription.Objectives);
        var indicators = Rows(PackDescription.Indicators);
        return new Pack
        {
            Settings = underway.Settings,
            Areas = areas,
            Posts = Rows(PackDescription.Posts),
            Objectives = objectives,
            Indicators = indicators,
            Targets = Rows(PackDescription.Targets),
            Results = Rows(PackDescription.Results),
            Milestones = Rows(PackDescription.Milestones),
            Comparators = Rows(PackDescription.Comparators),
            Commentary = Rows(PackDescription.Commentary),
            Published = Rows(PackDescription.Published),
            Reports = Rows(PackDescription.Reports),
            ReportTables = Rows(PackDescription.ReportTables),
            Schemes = schemes,
            Tables = Rows(PackDescription.Tables),
            Risks = Rows(PackDescription.Risks),
            Actions = Rows(PackDescription.Actions),
            CallIns = Rows(PackDescription.CallIns),
            Decisions = Rows(PackDescription.Checks),
        };

        IReadOnlyList<TRow> Rows<TRow>(PackTable<TRow> table)
            where TRow : class => table.ReadAll(tables.GetValueOrDefault(table.Name), underway);
    }

    /// <summary>The tables the pack knows, by name; others are told of and left out.</summary>
    private static Dictionary<string, RawTable> Named(RawTables source, FindingCollector log)
    {
        var named = new Dictionary<string, RawTable>(StringComparer.Ordinal);
        foreach (var table in source.Tables)
        {
            var name = TrimmedText.Trimmed(table.Name).ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
            if (!PackDescription.All.Any(known => known.Name == name))
            {
                var likely =
                    Spelling.Nearest(name, PackDescription.All.Select(known => known.Name).Where(known => source.Tables.All(other => other.Name != known)));
                log.Add(new Finding(
                    "unknown-table",
                    Severity.Warning,
                    $"A pack has no table \"{table.Name}\"; it was left out.",
                    likely is null
                        ? "Nothing to do if it is only for you. If it is one of the tables under another name, give it that name."
                        : $"Rename it {likely} if that is what it is.")
                {
                    File = table.File,
                    Value = table.Name,
                    Expected = string.Join(", ", PackDescription.All.Select(known => known.Name)),
                });
            }
            else if (named.TryAdd(name, table))
            {
                TellHidden(table, log);
            }
            else
            {
                log.Add(new Finding("duplicate-table", Severity.Error, $"Both {named[name].File} and {table.File} are the table {name}.", "Keep one of them.")
                {
                    File = table.File,
                    Value = table.Name,
                    Expected = "each table once",
                });
            }
        }

        return named;
    }

    private static void TellHidden(RawTable table, FindingCollector log)
    {
        if (table.IsHidden)
        {
            log.Add(new Finding(
                "hidden-sheet",
                Severity.Warning,
                $"The sheet {table.Name} is hidden in the workbook; it was read like the others.",
                "Show the sheet and look. Delete it if it should not be published.")
            {
                File = table.File,
                Value = table.Name,
                Expected = "no hidden sheet",
            });
        }
    }

    private static void RefuseUnknownScheme(PackReadContext underway, Dictionary<string, RawTable> tables)
    {
        if (underway.Settings.Rows.FirstOrDefault(row => row.Key == "rating_scheme") is { } setting && !underway.KnowsScheme(setting.Value))
        {
            underway.Log.Add(new Finding(
                "unknown-reference",
                Severity.Error,
                $"The rating scheme \"{setting.Value}\" is neither {Settings.DefaultScheme} nor in the table schemes.",
                $"Write {Settings.DefaultScheme}, or add the scheme's bands to schemes.")
            {
                File = tables["settings"].File,
                Row = setting.At.Row,
                Column = "value",
                Value = setting.Value,
                Expected = $"{Settings.DefaultScheme}, or a scheme of the table schemes",
            });
        }
    }
}
