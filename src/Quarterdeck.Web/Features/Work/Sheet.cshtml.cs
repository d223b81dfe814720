using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>Gives many figures at once, by a workbook or by a pasted block: shown first, and saved or sent after that.</summary>
[RequestSizeLimit(LargestBytes)]
public sealed class SheetModel(
    Desk desk, DeskUser user, CatalogueReader catalogues, IFormSheets sheets, SaveReturnSheetHandler saving) : DeskPage(desk, user)
{
    private const int LargestBytes = 2 * 1024 * 1024;
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What this person may save.</summary>
    public IReadOnlyList<WorkItem> Owed { get; private set; } = [];

    /// <summary>What was read; empty until something was.</summary>
    public IReadOnlyList<SheetLine> Lines { get; private set; } = [];

    /// <summary>What came of it; empty until it was saved.</summary>
    public IReadOnlyList<SheetResult> Results { get; private set; } = [];

    /// <summary>The rows that were read, to be sent back with the answer.</summary>
    public string Rows => JsonSerializer.Serialize(SheetReader.Stamped(Lines));

    public bool CanSave => Lines.Any(line => line.Refusals.Count == 0 && (!line.IsSame || line.Asks.Count == 0));

    public string Heading => Results.Count > 0 ? $"{DeskWords.Returns(Results.Count(one => one.IsDone))} saved or sent"
        : Lines.Count > 0 ? $"{Lines.Count(line => line.Refusals.Count == 0)} of {Lines.Count} rows read, and nothing saved yet"
        : "Give figures from Excel";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is not { } catalogue || Owed.Count == 0 ? NotFound()
        : File(sheets.Write("Returns", ReturnSheet.Columns, ReturnSheet.RowsOf(Desk, catalogue, Owed)), Type, "returns.xlsx");

    public async Task<IActionResult> OnPostFileAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } catalogue)
        {
            return NotFound();
        }

        if (file is null or { Length: 0 })
        {
            Problems = [new FieldProblem("file", "Choose the workbook that you filled in")];
            return Page();
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return Check(catalogue, "file", content.ToArray());
    }

    public async Task<IActionResult> OnPostPasteAsync(string? block, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } catalogue)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(block))
        {
            Problems = [new FieldProblem("block", "Paste the rows from your sheet")];
            return Page();
        }

        return Check(catalogue, "block", Encoding.UTF8.GetBytes(block));
    }

    public async Task<IActionResult> OnPostSaveAsync(string? rows, string[] mine, string? @do, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } catalogue || Kept(rows) is not { } kept)
        {
            return NotFound();
        }

        (Lines, var problem) = SheetReader.Read(Desk, catalogue, Owed, kept);
        if (problem is not null)
        {
            Problems = [new FieldProblem("block", problem)];
            return Page();
        }

        Results = await saving.HandleAsync(new SaveReturnSheet(Lines, mine, @do == "send", Who.Person.Id), cancellationToken);
        return Page();
    }

    /// <summary>A kept figure as people read it: <c>52</c>, <c>2,238 out of 4,389</c>.</summary>
    public static string FigureOf(ReturnAssessment assessed, ReturnContent kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return !kept.HasNumber ? "no figure"
            : kept.Numerator.Length == 0 ? ReturnSheet.Shown(assessed, kept.Value)
            : $"{ReturnSheet.Shown(assessed, kept.Numerator)} out of {ReturnSheet.Shown(assessed, kept.Denominator)}";
    }

    private PageResult Check(Catalogue catalogue, string field, byte[] content)
    {
        var (rows, unreadable) = sheets.Read(content);
        (Lines, var problem) = unreadable is null ? SheetReader.Read(Desk, catalogue, Owed, rows) : ([], unreadable);
        Problems = problem is null ? [] : [new FieldProblem(field, problem)];
        return Page();
    }

    /// <summary>Null where nobody may give figures here, or there are none to give by.</summary>
    private async Task<Catalogue?> FindAsync(CancellationToken cancellationToken)
    {
        if (MayNot(DeskAction.Save) || await catalogues.ReadAsync(Desk, cancellationToken) is not { } catalogue)
        {
            return null;
        }

        Owed = SheetReader.Open(await WorkList.ReadAsync(Desk, catalogue, Who.People, Who.Actor, cancellationToken));
        return catalogue;
    }

    private static string[][]? Kept(string? rows)
    {
        try
        {
            var read = JsonSerializer.Deserialize<string[][]>(rows ?? string.Empty);
            return read?.Any(row => row is null || row.Contains(null)) == false ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
