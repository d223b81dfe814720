using System.Text;

namespace Quarterdeck.Cli.Output;

/// <summary>A column of a table for people.</summary>
/// <param name="Heading">Its head.</param>
/// <param name="Text">What a row says in it.</param>
internal sealed record TextColumn<T>(string Heading, Func<T, string> Text)
{
    /// <summary>Figures are aligned to the right.</summary>
    public bool IsFigure { get; init; }

    /// <summary>Gives way, by wrapping, where the terminal is narrow.</summary>
    public bool Wraps { get; init; }

    /// <summary>Is left out, the lowest number first, where even wrapping leaves no room; null: never.</summary>
    public int? GivesUp { get; init; }

    public Func<T, Tint> Tint { get; init; } = _ => Output.Tint.None;
}

/// <summary>
/// Lays rows out under each other: aligned, wrapped to the terminal's width where there is one, a column nobody fills left
/// out. Written to a file or another program, every row is one line.
/// </summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int LeastWrapped = 10;

    public static void Write<T>(Terminal terminal, IReadOnlyList<TextColumn<T>> columns, IReadOnlyList<T> rows)
    {
        var shown = columns.Where(column => rows.Any(row => column.Text(row).Length > 0)).ToList();
        var widths = Widths(shown, rows, terminal.Width);
        var left = new List<string>();
        while (terminal.Width is { } width
            && Total(widths) > width
            && shown.Where(column => column.GivesUp is not null).MinBy(column => column.GivesUp) is { } least)
        {
            left.Add(least.Heading);
            shown.Remove(least);
            widths = Widths(shown, rows, terminal.Width);
        }

        if (left.Count > 0)
        {
            terminal.Error.WriteLine($"The terminal is narrow, so these columns are left out: {string.Join(", ", left)}.");
        }

        Line(terminal, shown, widths, column => column.Heading, _ => Tint.None);
        terminal.Output.WriteLine(string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            Line(terminal, shown, widths, column => column.Text(row), column => column.Tint(row));
        }
    }

    /// <summary>Words put into lines of a width; a word longer than a line is broken.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            while (rest.Length > width)
            {
                lines.Add(rest[..width]);
                rest = rest[width..];
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(rest);
        }

        lines.Add(line.ToString());
        return lines;
    }

    private static List<int> Widths<T>(List<TextColumn<T>> columns, IReadOnlyList<T> rows, int? most)
    {
        var widths = columns.Select(column => rows.Select(row => column.Text(row).Length).Append(column.Heading.Length).Max()).ToList();
        if (most is not { } width)
        {
            return widths;
        }

        // The widest column that may wrap is narrowed by one character at a time, so that several columns share the loss.
        for (var over = Total(widths) - width; over > 0; over--)
        {
            var widest = Enumerable.Range(0, columns.Count).Where(index => columns[index].Wraps && widths[index] > LeastWrapped)
                .OrderByDescending(index => widths[index]).Select(index => (int?)index).FirstOrDefault();
            if (widest is not { } gives)
            {
                break;
            }

            widths[gives]--;
        }

        return widths;
    }

    private static int Total(List<int> widths) => widths.Sum() + (Gap.Length * (widths.Count - 1));

    private static void Line<T>(
        Terminal terminal, List<TextColumn<T>> columns, List<int> widths, Func<TextColumn<T>, string> text, Func<TextColumn<T>, Tint> tint)
    {
        var cells = columns.Select((column, index) => Wrap(text(column), widths[index])).ToList();
        for (var line = 0; line < cells.Max(cell => cell.Count); line++)
        {
            var written = new StringBuilder();
            for (var index = 0; index < columns.Count; index++)
            {
                var words = line < cells[index].Count ? cells[index][line] : string.Empty;
                var blank = new string(' ', widths[index] - words.Length);
                var painted = terminal.UsesColour && words.Length > 0 ? Tints.Paint(tint(columns[index]), words) : words;
                written.Append(index > 0 ? Gap : string.Empty).Append(columns[index].IsFigure ? blank + painted : painted + blank);
            }

            terminal.Output.WriteLine(written.ToString().TrimEnd());
        }
    }
}
