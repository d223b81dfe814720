using System.Net;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>Who gets to which page of the desk, and what no page gives away.</summary>
public sealed class DeskTests
{
    private static readonly string[] Pages =
        ["/desk", "/desk/approve", "/desk/round", "/desk/round/2025-10", "/desk/people", "/desk/mail", "/desk/sheet", "/desk/trail", "/desk/account", DeskSite.Invoices];

    /// <summary>Each page and the roles that see it; everybody else is told that it is not there.</summary>
    private static readonly Dictionary<string, Role[]> Seen = new()
    {
        ["/desk"] = Enum.GetValues<Role>(),
        ["/desk/account"] = Enum.GetValues<Role>(),
        ["/desk/approve"] = [Role.Approver],
        ["/desk/round"] = [Role.Approver, Role.Analyst, Role.Publisher, Role.Auditor],
        ["/desk/round/2025-10"] = [Role.Approver, Role.Analyst, Role.Publisher, Role.Auditor],
        ["/desk/people"] = [Role.Auditor, Role.Administrator],
        ["/desk/sheet"] = [Role.Officer],
        ["/desk/mail"] = [Role.Auditor, Role.Administrator],
        ["/desk/trail"] = [Role.Analyst, Role.Auditor, Role.Administrator],
        [DeskSite.Invoices] = [Role.Reader, Role.Officer, Role.Approver, Role.Analyst, Role.Publisher, Role.Assurance, Role.Auditor],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_shown_to_the_roles_of_the_access_table_and_is_not_there_for_others()
    {
        await using var site = await DeskSite.OpenAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            var visitor = await site.SignedIn(role);
            foreach (var page in Pages)
            {
                var (status, text) = await DeskSite.Ask(visitor, page);
                Assert.True(status == (Seen[page].Contains(role) ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{page} answers {status} to {role}: {text}");
            }
        }
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_told_of_no_page_whether_it_is_there()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = site.Visitor();
        foreach (var page in Pages.Append("/desk/returns/2025-10/FN99").Append("/desk/nothing"))
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/desk/sign-in?return=" + Uri.EscapeDataString(page), answer.Headers.Location!.PathAndQuery);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task A_store_without_people_has_no_desk_at_all()
    {
        await using var site = await DeskSite.OpenAsync(hasPeople: false);
        var visitor = site.Visitor();
        foreach (var page in Pages.Append("/desk/sign-in").Append("/desk/set-up"))
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Public_pages_carry_no_cookie_also_to_whoever_is_signed_in()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = await site.SignedIn(Role.Analyst);
        foreach (var page in new[] { "/", "/indicators", "/indicators/FN08", "/areas", "/method", "/api/v1/indicators", "/none" })
        {
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative), Stop);
            Assert.False(answer.Headers.Contains("Set-Cookie"), page);
            Assert.False(answer.RequestMessage!.Headers.Contains("Cookie"), page);
            Assert.DoesNotContain("desk", await answer.Content.ReadAsStringAsync(Stop), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Every_cookie_is_for_the_desk_alone_and_out_of_reach_of_scripts_and_no_answer_is_kept()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = site.Visitor();
        using var asked = await visitor.GetAsync(new Uri("/desk/sign-in", UriKind.Relative), Stop);
        using var entered = await DeskSite.Post(
            visitor, "/desk/sign-in?handler=As", await asked.Content.ReadAsStringAsync(Stop), ("person", site.People[Role.Officer].Value));

        foreach (var answer in new[] { asked, entered })
        {
            var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie")).ToLowerInvariant();
            Assert.Contains("; path=/desk;", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
            Assert.Contains("samesite=", cookie, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = await site.SignedIn(Role.Officer);
        foreach (var page in new[] { DeskSite.Invoices, "/desk/approve", "/desk/account?handler=End", "/desk/people", "/desk/sign-in" })
        {
            using var answer = await DeskSite.Post(visitor, page, string.Empty, ("do", "check"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_failed_sign_in_answers_the_same_whether_the_name_is_known_or_not()
    {
        await using var site = await DeskSite.OpenAsync();
        var answers = new List<string>();
        foreach (var email in new[] { "officer@example.gov.uk", "nobody@example.gov.uk" })
        {
            var visitor = site.Visitor();
            var page = await DeskSite.Read(visitor, "/desk/sign-in");
            using var answer = await DeskSite.Post(visitor, "/desk/sign-in", page, ("email", email), ("password", "wrong wrong wrong"), ("code", "123456"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(System.Text.RegularExpressions.Regex.Replace(
                await answer.Content.ReadAsStringAsync(Stop), "name=\"form\" type=\"hidden\" value=\"[^\"]+\"", string.Empty));
        }

        Assert.Contains(SignInOutcome.Sentence, answers[0], StringComparison.Ordinal);
        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task Whoever_is_removed_is_out_at_once()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = await site.SignedIn(Role.Officer);
        await DeskSite.Read(visitor, "/desk");

        await new RemovePersonHandler(site.Desk).HandleAsync(new RemovePerson(site.People[Role.Officer], null, "Set up"), Stop);

        Assert.Equal(HttpStatusCode.Redirect, (await DeskSite.Ask(visitor, "/desk")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_kept_the_cookie()
    {
        await using var site = await DeskSite.OpenAsync();
        var visitor = await site.SignedIn(Role.Officer);
        using var answer = await DeskSite.Post(visitor, "/desk/account?handler=End", await DeskSite.Read(visitor, "/desk/account"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await DeskSite.Ask(visitor, "/desk")).Status);
        Assert.Empty(await site.Desk.Secrets.SessionsOfAsync(site.People[Role.Officer].Value, site.Clock.Now.ToUnixTimeSeconds(), Stop));
    }

    [Fact]
    public async Task The_first_link_makes_an_administrator_who_signs_in_again_with_password_and_code()
    {
        await using var site = await DeskSite.OpenAsync(hasPeople: false);
        var link = Assert.IsType<DeskOutcome.Done>(await new IssueLinkHandler(site.Desk).HandleAsync(new IssueLink(null, null), Stop)).Id;
        var visitor = site.Visitor();
        var page = await DeskSite.Read(visitor, "/desk/set-up?link=" + link);
        var secret = System.Text.RegularExpressions.Regex.Match(page, "secret=([A-Z2-7]+)").Groups[1].Value;
        string Code() => OneTimeCodes.Code(secret, site.Clock.Now.ToUnixTimeSeconds() / OneTimeCodes.Seconds);
        using var done = await DeskSite.Post(
            visitor,
            "/desk/set-up?link=" + link,
            page,
            ("Form.Title", "Manager"),
            ("Form.Name", "A Name"),
            ("Form.Email", "manager@example.gov.uk"),
            ("Form.Password", "three quiet otters swim"),
            ("Form.Code", Code()),
            ("Form.Secret", DeskSite.Hidden(page, "Form.Secret")));
        Assert.Contains("Print your recovery codes", await done.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        await DeskSite.Read(visitor, "/desk/people");
        Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(site.Visitor(), "/desk/set-up?link=" + link)).Status);

        site.Clock.Now += TimeSpan.FromMinutes(2);
        var again = site.Visitor();
        using var entered = await DeskSite.Post(
            again,
            "/desk/sign-in?return=/desk/people",
            await DeskSite.Read(again, "/desk/sign-in"),
            ("email", "manager@example.gov.uk"),
            ("password", "three quiet otters swim"),
            ("code", Code()));
        Assert.Equal("/desk/people", entered.Headers.Location!.ToString());
        using var elsewhere = await DeskSite.Post(
            site.Visitor(), "/desk/sign-in?return=//example.org/desk", await DeskSite.Read(again, "/desk/account"), ("email", "x"));
        Assert.NotEqual(HttpStatusCode.Redirect, elsewhere.StatusCode);
    }

    [Fact]
    public async Task A_figure_is_rated_on_check_and_what_was_not_seen_is_not_sent()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var page = await DeskSite.Read(officer, DeskSite.Invoices);
        Assert.DoesNotContain("Send to", page, StringComparison.Ordinal);

        page = await Send(officer, page, "check", ("Form.Value", "51%"));
        Assert.Contains("Red", page, StringComparison.Ordinal);
        Assert.Contains("Up 15 points, better", page, StringComparison.Ordinal);
        Assert.Contains("In October this was 51%, up from 36% in September.", page, StringComparison.Ordinal);
        Assert.Contains("Send to Post of Approver", page, StringComparison.Ordinal);
        page = await Send(officer, page, "send", ("Form.Value", "52"), ("Form.Why", "A queue."));
        Assert.Contains("not the one you checked", page, StringComparison.Ordinal);
        page = await Send(officer, page, "send", ("Form.Value", "52"), ("Form.Why", string.Empty));
        Assert.Contains("Say why it is Red for October 2025", page, StringComparison.Ordinal);
        Assert.Equal(ReturnState.Due, (await Held(site)).State);
        Assert.Empty(await Send(officer, page, "send", ("Form.Value", "52"), ("Form.Why", "A queue.")));

        Assert.Equal((ReturnState.Sent, "52", "A queue."), await Held(site) is { } held ? (held.State, held.Content.Value, held.Content.Why) : default);
        Assert.Contains("In October this was 52%", (await Held(site)).Content.Facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_shown_beside_what_was_typed()
    {
        await using var site = await DeskSite.OpenAsync();
        var officer = await site.SignedIn(Role.Officer);
        var page = await DeskSite.Read(officer, DeskSite.Invoices);
        Assert.Empty(await Send(officer, page, "save", ("Form.Value", "51")));

        var conflict = await Send(officer, page, "save", ("Form.Value", "49"));

        Assert.Contains("saved this return while you had it open", conflict, StringComparison.Ordinal);
        Assert.Contains("value=\"49\"", conflict, StringComparison.Ordinal);
        Assert.Equal("51", (await Held(site)).Content.Value);
        Assert.Contains("Keep theirs", conflict, StringComparison.Ordinal);

        // Mine is kept over the version that was shown, and over no later one.
        var shown = $"{(await Held(site)).Version}";
        Assert.Contains($"value=\"{shown}\"", conflict, StringComparison.Ordinal);
        Assert.Empty(await Send(officer, page, "check", ("Form.Value", "49"), ("mine", shown)));
        Assert.Equal("49", (await Held(site)).Content.Value);
        Assert.Contains(
            "saved this return while you had it open", await Send(officer, page, "check", ("Form.Value", "48"), ("mine", shown)), StringComparison.Ordinal);
        Assert.Equal("49", (await Held(site)).Content.Value);
    }

    private static async Task<StoredReturn> Held(DeskSite site) =>
        (await RoundBook.ReturnAsync(site.Desk, new ReturnId(new Month(2025, 10), new IndicatorRef("FN08")), Stop))!;

    /// <summary>Sends the form of the return on; the text of the page that answers, empty where it leads elsewhere.</summary>
    private static async Task<string> Send(HttpClient visitor, string page, string @do, params (string Name, string Value)[] typed)
    {
        string[] hidden = ["Form.Seen", "Form.Checked", "Form.Draft"];
        using var answer = await DeskSite.Post(
            visitor,
            DeskSite.Invoices,
            page,
            [("do", @do), .. hidden.Select(name => (name, DeskSite.Hidden(page, name))), ("Form.Facts", DeskSite.Hidden(page, "Form.Draft")), .. typed]);
        return answer.StatusCode == HttpStatusCode.Redirect ? string.Empty : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop));
    }
}
