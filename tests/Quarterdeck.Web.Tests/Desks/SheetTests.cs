using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Forms;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>Many figures at once, by a workbook or by pasted rows: shown first, and saved by the same steps as from the page.</summary>
public sealed class SheetTests
{
    private static readonly ReturnId Invoices = new(new Month(2025, 10), new IndicatorRef("FN08"));
    private static readonly ReturnId Sickness = new(new Month(2025, 10), new IndicatorRef("HR01"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_workbook_goes_out_with_what_is_owed_and_comes_back_to_be_sent()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var rows = await WorkbookAsync(officer);
        Assert.Equal(["FN08", "HR01"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal(["FN08", "Invoices in time", "%", "2025-10", "36% (September)", "98%"], rows[1].Take(6));

        var checkedPage = await UploadAsync(officer, Filled(rows, ("FN08", "Figure", "51%"), ("FN08", "Why, and what happens next", "A queue."), ("HR01", "Figure", "8.5")));
        Assert.Contains("2 of 2 rows read, and nothing saved yet", checkedPage, StringComparison.Ordinal);
        Assert.Contains("Up 15 points, better", checkedPage, StringComparison.Ordinal);
        Assert.Equal(ReturnState.Due, (await ReturnAsync(site, Invoices)).State);
        var done = await SaveAsync(officer, checkedPage, "send");

        Assert.Contains("Sent to Post of Approver.", done, StringComparison.Ordinal);
        var held = await ReturnAsync(site, Invoices);
        Assert.Equal((ReturnState.Sent, "51", "A queue."), (held.State, held.Content.Value, held.Content.Why));
        Assert.StartsWith("In October this was 51%, up from 36% in September.", held.Content.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_another_program_saved_is_read_as_it_was_filled_in()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        Assert.SkipUnless(OpenPyxl.WhyNot() is null, OpenPyxl.WhyNot() ?? string.Empty);
        using var folder = new TemporaryPack();
        await File.WriteAllBytesAsync(folder["returns.xlsx"], await BytesAsync(officer), Stop);
        var answer = OpenPyxl.Run(folder.Path, """
            import openpyxl
            book = openpyxl.load_workbook("returns.xlsx")
            sheet = book.active
            assert sheet.protection.sheet and sheet["A2"].protection.locked and not sheet["G2"].protection.locked
            sheet["G2"].value, sheet["G2"].number_format = 0.51, "0%"
            sheet["M2"].value = "A queue.\nTwo posts."
            book.save("returns.xlsx")
            """);
        Assert.True(answer.Exit == 0, answer.Said);

        var page = await UploadAsync(officer, await File.ReadAllBytesAsync(folder["returns.xlsx"], Stop));
        await SaveAsync(officer, page, "send");

        var held = await ReturnAsync(site, Invoices);
        Assert.Equal((ReturnState.Sent, "51", "A queue.\nTwo posts."), (held.State, held.Content.Value, held.Content.Why));
    }

    [Fact]
    public async Task Pasted_rows_are_shown_refused_row_by_row_and_saved_only_when_asked()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var page = await PasteAsync(officer, "FN08\t51\tA queue, and then some\nHR01\tmany\nFN99\t3\nfn08\t52\n");

        Assert.Contains("Enter a number, like 2,238. Nothing is saved of it.", page, StringComparison.Ordinal);
        Assert.Contains("It is not among the returns that you can give now. Nothing is saved of it.", page, StringComparison.Ordinal);
        Assert.Contains("It stands there twice.", page, StringComparison.Ordinal);
        Assert.Equal(ReturnState.Due, (await ReturnAsync(site, Invoices)).State);
        await SaveAsync(officer, page, "save");
        Assert.Equal((ReturnState.Draft, "51"), ((await ReturnAsync(site, Invoices)) is var held ? (held.State, held.Content.Value) : default));
        Assert.Equal(ReturnState.Due, (await ReturnAsync(site, Sickness)).State);

        // What was only saved is sent by the same rows.
        await SaveAsync(officer, await PasteAsync(officer, "FN08\t51\tA queue, and then some"), "send");
        Assert.Equal(ReturnState.Sent, (await ReturnAsync(site, Invoices)).State);
    }

    [Fact]
    public async Task What_the_page_would_ask_is_asked_of_a_row_too()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);

        var page = await PasteAsync(officer, "Ref\tFigure\nFN08\t0.51\nHR01\t8");
        Assert.Contains("Before it can be sent: Look again at the number, or say why it is right", page, StringComparison.Ordinal);
        var done = await SaveAsync(officer, page, "send");

        Assert.Contains("Saved, not sent. Look again at the number", done, StringComparison.Ordinal);
        Assert.Equal((ReturnState.Draft, ReturnState.Sent), ((await ReturnAsync(site, Invoices)).State, (await ReturnAsync(site, Sickness)).State));
    }

    [Fact]
    public async Task A_figure_that_cannot_be_given_is_explained_by_a_row()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        const string Heads = "Ref\tIf there is no figure, why\tWhen it comes\tWhy, and what happens next\n";

        var wrong = await PasteAsync(officer, Heads + "FN08\tBecause\t2025-11-21\tThe report is away\nHR01\tIt is no longer counted\t2025-01-01\t");
        Assert.Contains("Say why there is no figure in one of these words", wrong, StringComparison.Ordinal);
        Assert.Contains("The day you can give it must be after today", wrong, StringComparison.Ordinal);
        await SaveAsync(officer, await PasteAsync(officer, Heads + "FN08\tThe system or report is not available\t2025-11-21\tThe report is away"), "send");

        var held = await ReturnAsync(site, Invoices);
        Assert.Equal((ReturnState.Explained, "The report is away", "2025-11-21"), (held.State, held.Content.Reason, held.Content.ExpectedOn));
    }

    [Fact]
    public async Task A_return_that_somebody_else_saved_meanwhile_is_told_with_both_and_theirs_stays_unless_mine_is_chosen()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var rows = await WorkbookAsync(officer);
        var file = Filled(rows, ("FN08", "Figure", "51"), ("FN08", "Why, and what happens next", "A queue."));
        await SaveAsync(officer, await PasteAsync(officer, "FN08\t52\tTheirs"), "save");

        var page = await UploadAsync(officer, file);
        Assert.Contains("Somebody saved 1 return since you took the workbook", page, StringComparison.Ordinal);
        Assert.Contains("Keep mine of FN08: 51%. Post of Officer has 52.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", page, StringComparison.Ordinal);
        Assert.Contains("Theirs is kept. Yours was not saved.", await SaveAsync(officer, page, "send"), StringComparison.Ordinal);
        Assert.Equal("52", (await ReturnAsync(site, Invoices)).Content.Value);

        await SaveAsync(officer, page, "save", ("mine", $"2025-10|FN08 {(await ReturnAsync(site, Invoices)).Version}"));
        Assert.Equal("51", (await ReturnAsync(site, Invoices)).Content.Value);
    }

    [Fact]
    public async Task What_is_saved_after_it_was_shown_and_changed_in_between_is_kept()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var shown = await PasteAsync(officer, "FN08\t51\tMine");
        await SaveAsync(officer, await PasteAsync(officer, "FN08\t52\tTheirs"), "save");

        Assert.Contains("Theirs is kept.", await SaveAsync(officer, shown, "save"), StringComparison.Ordinal);
        Assert.Equal("52", (await ReturnAsync(site, Invoices)).Content.Value);
    }

    [Fact]
    public async Task Nobody_but_an_officer_gets_the_page_or_the_workbook()
    {
        await using var site = await DeskSite.OpenAsync();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Officer))
        {
            var visitor = await site.SignedIn(role);
            Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(visitor, "/desk/sheet")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(visitor, "/desk/sheet?handler=Workbook")).Status);
            using var answer = await DeskSite.Post(
                visitor, "/desk/sheet?handler=Save", await DeskSite.Read(visitor, "/desk/account"), ("rows", "[[\"FN08\",\"51\"]]"), ("do", "save"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("", "Choose the workbook that you filled in")]
    [InlineData("PK\u0003\u0004 and nothing more", "There is a problem")]
    [InlineData("a\0b", "The file is not a workbook that can be read")]
    [InlineData("Ref\tRef\nFN08\t1", "The heading &#x27;Ref&#x27; stands there twice")]
    [InlineData("FN08\t1\twords\tmore", "Without headings only three columns are read")]
    [InlineData("Ref\tFigure\n", "No row is filled in")]
    public async Task A_file_that_cannot_be_read_is_refused_in_a_sentence(string content, string says)
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);

        Assert.Contains(says, await UploadAsync(officer, Encoding.UTF8.GetBytes(content)), StringComparison.Ordinal);
    }

    private static async Task<StoredReturn> ReturnAsync(DeskSite site, ReturnId id) => (await RoundBook.ReturnAsync(site.Desk, id, Stop))!;

    private static Task<byte[]> BytesAsync(HttpClient officer) => officer.GetByteArrayAsync(new Uri("/desk/sheet?handler=Workbook", UriKind.Relative), Stop);

    private static async Task<IReadOnlyList<IReadOnlyList<string>>> WorkbookAsync(HttpClient officer)
    {
        var (rows, problem) = FormReading.Read(await BytesAsync(officer));
        Assert.Null(problem);
        return rows;
    }

    /// <summary>The workbook with some cells filled in.</summary>
    private static byte[] Filled(IReadOnlyList<IReadOnlyList<string>> rows, params (string Reference, string Heading, string Text)[] cells)
    {
        var heads = rows[0];
        var width = heads.Count;
        var filled = rows.Select(row => Enumerable.Range(0, width).Select(place => place < row.Count ? row[place] : string.Empty).ToList()).ToList();
        foreach (var (reference, heading, text) in cells)
        {
            filled.Single(row => row[0] == reference)[heads.ToList().IndexOf(heading)] = text;
        }

        return FormSheet.Write("Returns", [.. heads.Select(head => new FormSheetColumn(head, 10, false, string.Empty, []))], [.. filled.Skip(1)]);
    }

    private static async Task<string> UploadAsync(HttpClient officer, byte[] file)
    {
        var page = await DeskSite.Read(officer, "/desk/sheet");
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(Regex.Match(page, "name=\"form\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value), "form");
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(content, "file", "returns.xlsx");
        using var answer = await officer.PostAsync(new Uri("/desk/sheet?handler=File", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> PasteAsync(HttpClient officer, string block)
    {
        using var answer = await DeskSite.Post(officer, "/desk/sheet?handler=Paste", await DeskSite.Read(officer, "/desk/sheet"), ("block", block));
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<string> SaveAsync(HttpClient officer, string page, string @do, params (string Name, string Value)[] more)
    {
        using var answer = await DeskSite.Post(
            officer, "/desk/sheet?handler=Save", page, [("rows", DeskSite.Hidden(page, "rows")), ("do", @do), .. more]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Stop);
    }
}
