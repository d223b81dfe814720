using System.Net;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Domain.Access;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>People sign in at the council's own sign-in, a real provider; it alone never lets anybody in whom no link or session tied to an account.</summary>
public sealed class CouncilSignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_ties_the_account_to_its_person_who_then_signs_in_by_it_and_goes_on_to_the_page_they_asked_for()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        var link = await LinkAsync(site, Role.Officer);

        var first = site.Visitor();
        Assert.Contains("Use your County account", await DeskSite.Read(first, $"/desk/set-up?link={link}"), StringComparison.Ordinal);
        Assert.Equal("/desk", await GoAsync(first, $"/desk/set-up?handler=Council&link={link}"));
        Assert.Contains("You are Post of Officer", await DeskSite.Read(first, "/desk/account"), StringComparison.Ordinal);

        var next = site.Visitor();
        Assert.Contains("Sign in with your County account", await DeskSite.Read(next, "/desk/sign-in"), StringComparison.Ordinal);
        Assert.Equal(DeskSite.Invoices, await GoAsync(next, $"/desk/sign-in?handler=Council&return={Uri.EscapeDataString(DeskSite.Invoices)}"));
        Assert.Equal(HttpStatusCode.OK, (await DeskSite.Ask(next, DeskSite.Invoices)).Status);
        Assert.Equal("/desk", await GoAsync(site.Visitor(), "/desk/sign-in?handler=Council&return=https%3A%2F%2Felsewhere.example"));
    }

    [Fact]
    public async Task Nobody_is_let_in_by_an_account_that_is_tied_to_nobody_and_a_link_ties_one_account_once()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        var link = await LinkAsync(site, Role.Officer);

        Assert.Equal("/desk/sign-in?problem=Unknown", await GoAsync(site.Visitor(), "/desk/sign-in?handler=Council"));
        Assert.Equal("/desk", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={link}"));
        provider.Subject = "subject-2";
        Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(site.Visitor(), $"/desk/set-up?handler=Council&link={link}")).Status);
        Assert.Equal("/desk/sign-in?problem=Unknown", await GoAsync(site.Visitor(), "/desk/sign-in?handler=Council"));

        provider.Subject = "subject-1";
        var other = await LinkAsync(site, Role.Approver);
        Assert.Equal("/desk/sign-in?problem=NotConnected", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={other}"));
        var told = await DeskSite.Read(site.Visitor(), "/desk/sign-in?problem=NotConnected");
        Assert.Contains("belongs to another post here", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_ties_their_account_and_no_other_page_can_make_them()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        var officer = await site.SignedIn(Role.Officer);
        var key = Key(await DeskSite.Read(officer, "/desk/account"));
        var key2 = Key(await DeskSite.Read(await site.SignedIn(Role.Analyst), "/desk/account"));

        Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(officer, "/desk/account?handler=Council")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await DeskSite.Ask(officer, $"/desk/account?handler=Council&key={key2}")).Status);
        Assert.Equal("/desk/account", await GoAsync(officer, $"/desk/account?handler=Council&key={key}"));
        Assert.Contains("You can sign in with it.", await DeskSite.Read(officer, "/desk/account"), StringComparison.Ordinal);
        Assert.Equal("/desk", await GoAsync(site.Visitor(), "/desk/sign-in?handler=Council"));

        static string Key(string page) => System.Text.RegularExpressions.Regex.Match(page, "handler=Council&amp;key=([^\"]+)").Groups[1].Value;
    }

    [Fact]
    public async Task Who_left_is_not_let_in_and_their_account_is_forgotten()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        Assert.Equal("/desk", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={await LinkAsync(site, Role.Officer)}"));

        await new RemovePersonHandler(site.Desk).HandleAsync(new RemovePerson(site.People[Role.Officer], null, "The owner"), Stop);

        Assert.Equal("/desk/sign-in?problem=Unknown", await GoAsync(site.Visitor(), "/desk/sign-in?handler=Council"));
        var kept = (await site.Desk.Store.ChangesAsync("main", cancellationToken: Stop)).SelectMany(change => change.Entries);
        Assert.DoesNotContain(kept, entry => entry.Body?.Contains("subject-1", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Where_the_council_asks_for_a_second_step_one_is_not_enough()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider, requires: "mfa");
        var link = await LinkAsync(site, Role.Officer);

        Assert.Equal("/desk/sign-in?problem=TooWeak", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={link}"));
        provider.Methods = ["pwd", "mfa"];
        Assert.Equal("/desk", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={link}"));
    }

    [Fact]
    public async Task An_answer_nobody_asked_for_or_that_comes_twice_or_is_meant_for_another_browser_lets_nobody_in()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        Assert.Equal("/desk", await GoAsync(site.Visitor(), $"/desk/set-up?handler=Council&link={await LinkAsync(site, Role.Officer)}"));
        var visitor = site.Visitor();
        var back = await AwayAndBackAsync(visitor, "/desk/sign-in?handler=Council");

        Assert.Equal("/desk/sign-in?problem=Failed", await SentToAsync(site.Visitor(), CouncilSignIn.ReturnPath + "?code=abc&state=abc"));
        Assert.Equal("/desk/sign-in?problem=Failed", await SentToAsync(site.Visitor(), back));
        Assert.Equal("/desk", await SentToAsync(visitor, back));
        Assert.Equal("/desk/sign-in?problem=Failed", await SentToAsync(site.Visitor(), back));
    }

    [Fact]
    public async Task Its_cookies_are_for_the_desk_alone_and_its_answers_are_kept_by_nobody()
    {
        await using var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        using var asked = await site.Visitor().GetAsync(new Uri("/desk/sign-in?handler=Council", UriKind.Relative), Stop);
        using var refused = await site.Visitor().GetAsync(new Uri(CouncilSignIn.ReturnPath + "?code=a&state=b", UriKind.Relative), Stop);

        Assert.All(asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.ToLowerInvariant()), cookie =>
        {
            Assert.Contains("; path=/desk", cookie, StringComparison.Ordinal);
            Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        });
        Assert.True(asked.Headers.CacheControl!.NoStore);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_and_the_other_way_in_stays()
    {
        var provider = await CouncilProvider.StartAsync();
        await using var site = await OpenAsync(provider);
        await provider.DisposeAsync();

        Assert.Equal("/desk/sign-in?problem=Failed", await SentToAsync(site.Visitor(), "/desk/sign-in?handler=Council"));
        Assert.Contains("Password and code", await DeskSite.Read(site.Visitor(), "/desk/sign-in"), StringComparison.Ordinal);
    }

    private static async Task<DeskSite> OpenAsync(CouncilProvider provider, string? requires = null)
    {
        var site = await DeskSite.OpenAsync(
            signIn: new CouncilSignIn(provider.Address, CouncilProvider.Client, CouncilProvider.Secret, "County account", requires));
        provider.ReturnAddress = "https://performance.example" + CouncilSignIn.ReturnPath;
        return site;
    }

    private static async Task<string> LinkAsync(DeskSite site, Role role) => Assert.IsType<DeskOutcome.Done>(
        await new IssueLinkHandler(site.Desk).HandleAsync(new IssueLink(site.People[role], null), Stop)).Id;

    /// <summary>Goes to the provider and back, and answers where the site then leads.</summary>
    private static async Task<string> GoAsync(HttpClient visitor, string address) =>
        await SentToAsync(visitor, await AwayAndBackAsync(visitor, address));

    /// <summary>Goes to the provider, and answers where that sends the browser back to.</summary>
    private static async Task<string> AwayAndBackAsync(HttpClient visitor, string address)
    {
        var away = await SentToAsync(visitor, address);
        var back = new Uri(await SentToAsync(visitor, away));
        Assert.Equal("https://performance.example" + CouncilSignIn.ReturnPath, back.GetLeftPart(UriPartial.Path));
        return back.PathAndQuery;
    }

    private static async Task<string> SentToAsync(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{address} answers {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Stop)}");
        return answer.Headers.Location!.OriginalString;
    }
}
