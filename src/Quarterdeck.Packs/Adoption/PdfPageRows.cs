using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Quarterdeck.Packs.Adoption;

/// <summary>
/// The rows of one page. A table is where lines are drawn across between rows; its columns are the gaps no word stands in. Words outside
/// tables are lines of words, the larger ones headings.
/// </summary>
internal sealed class PdfPageRows(Page page)
{
    private const double LeastWidth = 60;
    private const double MostHeight = 120;
    private const double Near = 2.5;

    private readonly List<Piece> _words = [.. page.GetWords().Where(word => word.Text.Trim().Length > 0).Select(Of)];
    private readonly List<SourceRow> _rows = [];
    private int _number;
    private Piece? _heading;
    private int _table;

    private readonly record struct Piece(string Text, double Left, double Right, double Bottom, double Top, double Size)
    {
        public double Middle => (Bottom + Top) / 2;
    }

    /// <summary>A band of the page from one drawn line to the next.</summary>
    private readonly record struct Band(double Left, double Right, double Bottom, double Top)
    {
        public bool Holds(Piece word) => word.Middle > Bottom && word.Middle < Top && word.Left > Left - Near && word.Right < Right + Near;
    }

    public IReadOnlyList<SourceRow> Rows()
    {
        var tables = Tables().OrderByDescending(table => table[0].Top).ToList();
        var taken = new HashSet<Piece>();
        var places = new List<(double Top, Action Add)>();
        foreach (var table in tables)
        {
            var cells = table.ConvertAll(band => _words.Where(word => band.Holds(word) && taken.Add(word)).ToList());
            if (cells.Exists(row => row.Count > 0))
            {
                places.Add((table[0].Top, () => AddTable(cells)));
            }
        }

        foreach (var line in Lines([.. _words.Where(word => !taken.Contains(word))]))
        {
            places.Add((line[0].Top, () => AddLine(line)));
        }

        foreach (var (_, add) in places.OrderByDescending(place => place.Top))
        {
            add();
        }

        return _rows;
    }

    private static Piece Of(Word word)
    {
        var box = word.BoundingBox;
        var baseline = word.Letters[0].StartBaseLine.Y;
        var size = word.Letters.Max(letter => letter.PointSize);
        return new Piece(word.Text, box.Left, box.Right, baseline, baseline + (size * 0.7), size);
    }

    /// <summary>Bands between drawn lines of the same left and right, one below the other.</summary>
    private List<List<Band>> Tables()
    {
        var (rules, boxes) = Drawn();
        var tables = new List<List<Band>>();
        foreach (var group in rules.GroupBy(rule => (Math.Round(rule.Left / 4), Math.Round(rule.Right / 4))))
        {
            var lines = group.Select(rule => rule.Bottom).Order().Reverse().ToList();
            var (left, right) = (group.Min(rule => rule.Left), group.Max(rule => rule.Right));
            Band? Heading(double line) => boxes.Where(box => Math.Abs(box.Bottom - line) < Near && box.Left < left + Near && box.Right > right - Near)
                .Select(box => (Band?)box).FirstOrDefault();
            List<Band> table = [];
            for (var at = 0; at < lines.Count; at++)
            {
                if (table.Count == 0 && Heading(lines[at]) is { } heading)
                {
                    table.Add(new Band(left, right, lines[at], heading.Top));
                }

                // What stands before the heading of the next table is no row of this one.
                if (at + 1 < lines.Count && lines[at] - lines[at + 1] is > 5 and < MostHeight && Heading(lines[at + 1]) is null)
                {
                    table.Add(new Band(left, right, lines[at + 1], lines[at]));
                }
                else if (table.Count > 0)
                {
                    tables.Add(table);
                    table = [];
                }
            }
        }

        return tables;
    }

    /// <summary>Lines across, also those drawn as thin boxes or in pieces; and boxes that are filled behind a heading.</summary>
    private (List<Band> Rules, List<Band> Boxes) Drawn()
    {
        var thin = new List<Band>();
        var boxes = new List<Band>();
        foreach (var box in page.Paths.Select(path => path.GetBoundingRectangle()).OfType<PdfRectangle>())
        {
            if (box.Height < 2.5 && box.Width > 8)
            {
                thin.Add(new Band(box.Left, box.Right, box.Bottom + (box.Height / 2), box.Top));
            }
            else if (box.Height is > 8 and < 90 && box.Width > 8)
            {
                boxes.Add(new Band(box.Left, box.Right, box.Bottom, box.Top));
            }
        }

        return (Joined(thin, band => Math.Round(band.Bottom)), Joined(boxes, band => (Math.Round(band.Bottom), Math.Round(band.Top))));
    }

    private static List<Band> Joined<TKey>(List<Band> bands, Func<Band, TKey> row)
    {
        var joined = new List<Band>();
        foreach (var line in bands.GroupBy(row))
        {
            Band? open = null;
            foreach (var band in line.OrderBy(band => band.Left))
            {
                if (open is { } before && band.Left <= before.Right + Near)
                {
                    open = before with { Right = Math.Max(before.Right, band.Right) };
                    continue;
                }

                joined.AddRange(open is { } done ? [done] : []);
                open = band;
            }

            joined.AddRange(open is { } last ? [last] : []);
        }

        return joined.FindAll(band => band.Right - band.Left > LeastWidth);
    }

    private void AddTable(List<List<Piece>> rows)
    {
        _table++;
        var edges = Edges([.. rows.Where(row => row.Count > 0).Select(Phrases)]);
        foreach (var row in rows.Where(row => row.Count > 0))
        {
            var cells = new List<Piece>[edges.Count + 1];
            foreach (var phrase in Phrases(row))
            {
                // A text that runs over several columns, such as dates of steps, is the text of the first of them.
                var middle = edges.Exists(edge => phrase.Left < edge && phrase.Right > edge) ? phrase.Left + 1 : (phrase.Left + phrase.Right) / 2;
                var column = edges.Count(edge => edge < middle);
                (cells[column] ??= []).Add(phrase);
            }

            _rows.Add(new SourceRow(++_number, _table, [.. cells.Select(cell =>
                new SourceCell(Joined(Lines(cell ?? []))))]));
        }
    }

    /// <summary>The lines of a cell as one text. A word that is parted at its hyphen is one.</summary>
    private static string Joined(List<List<Piece>> lines)
    {
        var text = string.Empty;
        foreach (var line in lines.Select(line => string.Join(' ', line.Select(word => word.Text))))
        {
            var isParted = text is [.., var before, '-'] && char.IsLetter(before) && char.IsLower(line[0]);
            text += (text.Length == 0 || isParted ? string.Empty : " ") + line;
        }

        return text;
    }

    /// <summary>
    /// The borders of columns: between the headings, where fewest texts of the rows below stand. A heading that stands over several others
    /// is a column only by those.
    /// </summary>
    private static List<double> Edges(List<List<Piece>> rows)
    {
        var headings = rows[0].Concat(rows.Count > 2 && rows[1].TrueForAll(phrase => !phrase.Text.Any(char.IsAsciiDigit)) ? rows[1] : [])
            .OrderBy(phrase => phrase.Bottom).ThenBy(phrase => phrase.Left);
        var columns = new List<(double Left, double Right)>();
        foreach (var heading in headings)
        {
            var over = columns.Index().Where(column => column.Item.Left < heading.Right && column.Item.Right > heading.Left).ToList();
            if (over.Count == 0)
            {
                columns.Add((heading.Left, heading.Right));
            }
            else if (over is [var (place, only)])
            {
                columns[place] = (Math.Min(only.Left, heading.Left), Math.Max(only.Right, heading.Right));
            }
        }

        columns.Sort();
        var phrases = rows.SelectMany(row => row).ToList();
        return [.. columns.Zip(columns.Skip(1)).Select(pair => Edge(pair.First.Right, pair.Second.Left, phrases))];
    }

    /// <summary>The middle of the widest gap between two headings.</summary>
    private static double Edge(double from, double to, List<Piece> phrases)
    {
        const double Step = 0.5;
        var (best, fewest, widest, start) = ((from + to) / 2, int.MaxValue, 0.0, from);
        var last = -1;
        for (var at = from + 0.1; at < to; at += Step)
        {
            var crossed = phrases.Count(phrase => phrase.Left < at && phrase.Right > at);
            start = crossed == last ? start : at;
            last = crossed;
            if (crossed < fewest || (crossed == fewest && at - start > widest))
            {
                (fewest, widest, best) = (crossed, at - start, (start + at) / 2);
            }
        }

        return best;
    }

    /// <summary>Words of a row that stand as near to each other as words do.</summary>
    private static List<Piece> Phrases(List<Piece> row)
    {
        var phrases = new List<Piece>();
        foreach (var line in Lines(row))
        {
            var open = line[0];
            foreach (var word in line.Skip(1))
            {
                if (word.Left - open.Right < word.Size * 0.33)
                {
                    open = open with { Text = open.Text + " " + word.Text, Right = word.Right };
                    continue;
                }

                phrases.Add(open);
                open = word;
            }

            phrases.Add(open);
        }

        return phrases;
    }

    private static List<List<Piece>> Lines(List<Piece> words)
    {
        var lines = new List<List<Piece>>();
        foreach (var word in words.OrderByDescending(word => word.Bottom).ThenBy(word => word.Left))
        {
            if (lines.Count > 0 && lines[^1][0].Bottom - word.Bottom < word.Size * 0.35)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return lines.ConvertAll(line => line.OrderBy(word => word.Left).ToList());
    }

    private void AddLine(List<Piece> line)
    {
        var usual = _words.Count == 0 ? 0 : _words.Select(word => word.Size).Order().ElementAt(_words.Count / 2);
        foreach (var phrase in Apart(line))
        {
            var isHeading = phrase.Size > usual + 1.5;

            // A heading that runs over two lines is one.
            if (isHeading && _heading is { } above && above.Size == phrase.Size && above.Bottom - phrase.Bottom < phrase.Size * 1.7 && _rows[^1].IsHeading)
            {
                _rows[^1] = _rows[^1] with { Cells = [new SourceCell(_rows[^1][0].Text + " " + phrase.Text)] };
            }
            else
            {
                _rows.Add(new SourceRow(++_number, 0, [new SourceCell(phrase.Text)]) { IsHeading = isHeading });
            }

            _heading = isHeading ? phrase : null;
        }
    }

    /// <summary>A line that runs over two columns of the page is two lines.</summary>
    private static IEnumerable<Piece> Apart(List<Piece> line)
    {
        var open = line[0];
        foreach (var word in line.Skip(1))
        {
            if (word.Left - open.Right < word.Size * 2)
            {
                open = open with { Text = open.Text + " " + word.Text, Right = word.Right };
                continue;
            }

            yield return open;
            open = word;
        }

        yield return open;
    }
}
