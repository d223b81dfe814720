using System.Globalization;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Figures;

namespace Quarterdeck.Application.Collection;

/// <summary>A row that somebody filled in, and what it comes to.</summary>
/// <param name="Reference">As it was typed.</param>
/// <param name="Item">The return; null where it is none of theirs.</param>
/// <param name="Content">What was typed; null where it cannot be read.</param>
/// <param name="Assessed">What it comes to.</param>
/// <param name="Refusals">Why nothing is saved of it, each a sentence; empty for no reason.</param>
/// <param name="Asks">What keeps it from being sent, each a sentence; it can be saved all the same.</param>
public sealed record SheetLine(
    string Reference, WorkItem? Item, ReturnContent? Content, ReturnAssessment? Assessed, IReadOnlyList<string> Refusals, IReadOnlyList<string> Asks)
{
    /// <summary>The cells it was read from, by their headings.</summary>
    public IReadOnlyDictionary<string, string> Cells { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether somebody saved the return since the workbook was made: whoever fills it in chooses which is kept.</summary>
    public bool IsConflict { get; init; }

    /// <summary>Whether it says what is kept already.</summary>
    public bool IsSame { get; init; }

    /// <summary>Names the return and the version it is chosen over.</summary>
    public string Choice => Item is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{Item.Return.Id.Key} {Item.Return.Version}");
}

/// <summary>Reads what somebody filled in or pasted, row by row, and saves nothing.</summary>
public sealed class SheetReader
{
    /// <summary>The table of what was read, with the versions it was read against: to be read again when it is saved.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Stamped(IReadOnlyList<SheetLine> lines) =>
    [
        [.. ReturnSheet.Columns.Select(column => column.Heading)],
        .. lines.Select(line => (IReadOnlyList<string>)[
            .. ReturnSheet.Columns.Select(column => line.Cells.GetValueOrDefault(column.Heading) is { Length: > 0 } text ? text
                : column.Heading == ReturnSheet.Version && line.Item is { } item ? item.Return.Version.ToString(CultureInfo.InvariantCulture)
                : string.Empty)
        ]),
    ];

    private const int MostRows = 500;

    private readonly Desk _desk;
    private readonly Catalogue _catalogue;
    private readonly IReadOnlyList<WorkItem> _owed;

    private SheetReader(Desk desk, Catalogue catalogue, IReadOnlyList<WorkItem> owed) => (_desk, _catalogue, _owed) = (desk, catalogue, owed);

    /// <summary>What a person may save, by a sheet as by the page.</summary>
    public static IReadOnlyList<WorkItem> Open(WorkList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return [.. list.Owed.Where(item => item.Actions.Contains(DeskAction.Save))];
    }

    /// <param name="desk">The desk.</param>
    /// <param name="catalogue">What figures are rated by.</param>
    /// <param name="owed">What this person may save.</param>
    /// <param name="rows">The cells as typed.</param>
    /// <returns>A line for each row that is filled in, and the rows with the versions they were read against.</returns>
    public static (IReadOnlyList<SheetLine> Lines, string? Problem) Read(
        Desk desk, Catalogue catalogue, IReadOnlyList<WorkItem> owed, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Count == 0 ? ([], "There is nothing in it")
            : rows.Count > MostRows ? ([], $"It has more than {MostRows} rows. Take out those that are not yours")
            : new SheetReader(desk, catalogue, owed).Lines(rows);
    }

    private (IReadOnlyList<SheetLine> Lines, string? Problem) Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var heads = rows[0].Select(cell => ReturnSheet.Columns.FirstOrDefault(column => IsLike(column.Heading, cell))?.Heading).ToList();
        var hasHeads = heads.Contains(ReturnSheet.Reference);

        // A block without headings is references with figures beside them, and words.
        List<string?> columns = hasHeads ? heads : [ReturnSheet.Reference, ReturnSheet.Value, ReturnSheet.Why];
        if (columns.OfType<string>().GroupBy(one => one).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return ([], $"The heading '{twice.Key}' stands there twice");
        }

        if (!hasHeads && rows.Any(row => row.Count > columns.Count && row.Skip(columns.Count).Any(cell => cell.Length > 0)))
        {
            return ([], "Without headings only three columns are read: the reference, the figure, and the words. Paste the headings too");
        }

        var lines = new List<SheetLine>();
        foreach (var row in rows.Skip(hasHeads ? 1 : 0))
        {
            var cells = columns.Index().Where(one => one.Item is not null && one.Index < row.Count)
                .ToDictionary(one => one.Item!, one => row[one.Index].Trim());
            if (Line(cells) is { } read)
            {
                var line = read with { Cells = cells };
                lines.Add(lines.Exists(other => other.Item is not null && other.Item == line.Item)
                    ? line with { Refusals = [.. line.Refusals, "It stands there twice. Only the first row is read"] } : line);
            }
        }

        return lines.Count == 0 ? ([], "No row is filled in") : (lines, null);
    }

    /// <summary>Null where nothing was filled in.</summary>
    private SheetLine? Line(Dictionary<string, string> cells)
    {
        string Of(string column) => cells.GetValueOrDefault(column, string.Empty);
        var reference = Of(ReturnSheet.Reference);
        string[] filled = [ReturnSheet.Value, ReturnSheet.Numerator, ReturnSheet.Denominator, ReturnSheet.Marker, ReturnSheet.Why];
        if (reference.Length == 0 || filled.All(column => Of(column).Length == 0))
        {
            return null;
        }

        var named = _owed.Where(item => IsLike(item.Return.Id.Indicator.Value, reference)
            && (Of(ReturnSheet.Month).Length == 0 || item.Return.Id.Round.ToString() == Of(ReturnSheet.Month))).ToList();
        if (named.Count != 1)
        {
            var why = named.Count == 0 ? "It is not among the returns that you can give now"
                : "You owe it for several months. Give the month too, like 2025-10";
            return new SheetLine(reference, null, null, null, [why], []);
        }

        var item = named[0];
        var (content, problems) = ContentOf(item, Of);
        if (content is null)
        {
            return new SheetLine(reference, item, null, null, problems, []);
        }

        var assessed = ReturnAssessor.Assess(_catalogue, item.Return.Id, content, _desk.Today)!;
        var isDrafted = item.Return.Content.Facts.Length == 0 || !content.HasSameFigure(item.Return.Content);
        content = content with { Facts = isDrafted ? assessed.Draft : item.Return.Content.Facts };
        var stamped = Of(ReturnSheet.Version);
        return new SheetLine(
            reference,
            item,
            content,
            assessed,
            [],
            content.HasNumber ? [.. TakeStepHandler.Problems(DeskAction.Send, item.Return, assessed).Select(problem => problem.Sentence)]
                : content.Marker.Length > 0 ? [] : ["There is no figure to send"])
        {
            IsSame = content == item.Return.Content,
            IsConflict = content != item.Return.Content && stamped.Length > 0 && stamped != item.Return.Version.ToString(CultureInfo.InvariantCulture),
        };
    }

    private (ReturnContent? Content, IReadOnlyList<string> Problems) ContentOf(WorkItem item, Func<string, string> of)
    {
        var figure = TypedFigure.Read(item.Indicator, of(ReturnSheet.Value), of(ReturnSheet.Numerator), of(ReturnSheet.Denominator));
        var problems = figure.Problems.Select(problem => problem.Sentence).ToList();
        var (reason, expected, why) = (of(ReturnSheet.Marker), of(ReturnSheet.Expected), of(ReturnSheet.Why).ReplaceLineEndings("\n"));
        if (figure.Value.Length > 0 || figure.Numerator.Length > 0 || problems.Count > 0 || reason.Length == 0)
        {
            if (reason.Length > 0 && problems.Count == 0)
            {
                problems.Add("Give the figure, or say why there is none, and not both");
            }

            var content = item.Return.Content with
            {
                Value = figure.Value,
                Numerator = figure.Numerator,
                Denominator = figure.Denominator,
                Marker = string.Empty,
                Reason = string.Empty,
                ExpectedOn = string.Empty,
                Confirmed = of(ReturnSheet.Confirmed),
                Why = why,
            };
            return (problems.Count > 0 ? null : content, problems);
        }

        var marker = CannotGiveReasons.All.FirstOrDefault(one => IsLike(one.Words, reason));
        if (marker.Words is null)
        {
            problems.Add($"Say why there is no figure in one of these words: {string.Join("; ", CannotGiveReasons.All.Select(one => one.Words))}");
        }

        if (why.Length == 0)
        {
            problems.Add("Say in words for the report why there is no figure");
        }

        if (expected.Length > 0 && (!DateOnly.TryParseExact(expected, "yyyy-MM-dd", out var day) || day <= _desk.Today))
        {
            problems.Add("The day you can give it must be after today, like 2025-11-21");
        }

        return (problems.Count > 0 ? null : new ReturnContent { Marker = marker.Marker.Code(), Reason = why, ExpectedOn = expected }, problems);
    }

    private static bool IsLike(string one, string other) => string.Equals(one, other.Trim(), StringComparison.OrdinalIgnoreCase);
}
