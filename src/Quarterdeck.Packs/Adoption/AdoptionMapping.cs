using System.Text;
using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What a person said of columns before: in the file <c>mapping.csv</c> of an earlier run, or when asked.</summary>
public sealed class AdoptionMapping
{
    private static readonly string[] Needed = ["sheet", "heading", "means"];
    private static readonly string[] Columns = ["file", "sheet", "heading", "means", "period", "sure", "reason"];

    private readonly Dictionary<(string Sheet, string Heading), ColumnRole> _said = [];

    /// <summary>The words for what a column may be.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<ColumnRole>().Select(Word)];

    /// <summary>Nothing was said yet.</summary>
    public static AdoptionMapping None { get; } = new();

    /// <summary>Reads what an earlier run wrote and a person may have changed.</summary>
    /// <exception cref="InvalidDataException">A column is said to be something there is not.</exception>
    public static AdoptionMapping Read(string path)
    {
        var mapping = new AdoptionMapping();
        var table = CsvTable.Of(Path.GetFileName(path), () => PackFile.OpenRead(path), ReadLimits.Default, new FindingCollector());
        int[]? places = null;
        foreach (var row in table.Records())
        {
            if (places is null)
            {
                places = [.. Needed.Select(name => row.Cells.Index().FirstOrDefault(cell => cell.Item.Text == name, (-1, default)).Index)];
                if (places.Contains(-1))
                {
                    throw new InvalidDataException($"{table.File} has no columns sheet, heading and means. Use the mapping.csv that adopt wrote.");
                }

                continue;
            }

            var means = row[places[2]].Text.Trim();
            if (!mapping.Say(row[places[0]].Text, row[places[1]].Text, means))
            {
                throw new InvalidDataException(
                    $"{table.File}, row {row.Number}: \"{means}\" is nothing a column can be. Write one of: {string.Join(", ", Words)}.");
            }
        }

        return mapping;
    }

    /// <summary>Says what a column is; false when the word is none of <see cref="Words"/>.</summary>
    public bool Say(string sheet, string heading, string word)
    {
        foreach (var role in Enum.GetValues<ColumnRole>())
        {
            if (string.Equals(Word(role), word, StringComparison.OrdinalIgnoreCase))
            {
                _said[(Key(sheet), Key(heading))] = role;
                _said.TryAdd((string.Empty, Key(heading)), role);
                return true;
            }
        }

        return false;
    }

    /// <summary>What was said of the heading in a sheet of that name, else anywhere; null when nothing was, or when it may stay as it is found.</summary>
    internal ColumnRole? RoleOf(SourceSection section, string heading) =>
        _said.TryGetValue((Key(section.Name), Key(heading)), out var here) ? here
        : _said.TryGetValue((string.Empty, Key(heading)), out var anywhere) ? anywhere : null;

    /// <summary>The columns of an adoption as <c>mapping.csv</c>.</summary>
    internal static string Write(IEnumerable<AdoptedBlock> blocks)
    {
        var csv = new StringBuilder();
        CsvText.AppendRow(csv, Columns);
        var seen = new HashSet<(string, string, string)>();
        foreach (var block in blocks)
        {
            foreach (var column in block.Columns.Where(column => column.Heading.Length > 0))
            {
                if (seen.Add((block.Section.File, block.Section.Name, column.Heading)))
                {
                    CsvText.AppendRow(csv, new[]
                    {
                        block.Section.File, block.Section.Name, column.Heading, Word(column.Role), column.Period?.Closing.ToString() ?? string.Empty,
                        column.Doubt is null && column.Role != ColumnRole.Unknown ? "yes" : "no", column.Doubt ?? column.Reason,
                    }.Select(Cells.FormulaInjectionGuard.Write));
                }
            }
        }

        return csv.ToString();
    }

    internal static string Word(ColumnRole role)
    {
        var word = new StringBuilder();
        foreach (var letter in role.ToString())
        {
            word.Append(char.IsAsciiLetterUpper(letter) && word.Length > 0 ? "-" : string.Empty).Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static string Key(string text) => text.Replace('\n', ' ').Trim().ToLowerInvariant();
}
