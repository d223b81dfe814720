using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Storage;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Clocks;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>A council on a real store, with people of every role, its October round open, as a real site.</summary>
internal sealed partial class DeskSite : IAsyncDisposable
{
    public const string Invoices = "/desk/returns/2025-10/FN08";

    private readonly TemporaryPack _folder = new();
    private readonly List<HttpClient> _visitors = [];
    private IStore? _store;
    private WebApplication? _app;

    public HandClock Clock { get; } = new(new DateTimeOffset(2025, 11, 12, 9, 0, 0, TimeSpan.Zero));

    public Desk Desk { get; private set; } = null!;

    public Dictionary<Role, PersonId> People { get; } = [];

    public static Pack Council { get; } = Packed.From(
        "areas\ncode,name\nFIN,Finance\nHR,Human Resources\n",
        "indicators\nref,title,area,kind,unit,frequency,polarity,ytd\nFN08,Invoices in time,FIN,kpi,percent,month,higher,none\n"
            + "HR01,Sickness,HR,kpi,number,month,lower,none\n",
        "targets\nref,from,target,floor\nFN08,2025-04,98%,95%\nHR01,2025-04,8,9\n",
        "results\nref,period,value\nFN08,2025-08,86\nFN08,2025-09,36\nHR01,2025-09,8\n",
        "reports\ncode,kind,title,results_to\ndashboard,dashboard,Dashboard,2025-09\n");

    public static async Task<DeskSite> OpenAsync(bool hasPeople = true, MailOptions? mail = null, CouncilSignIn? signIn = null)
    {
        var site = new DeskSite();
        site._store = await StoreLocation.Of(site._folder["desk.db"]).OpenAsync(site.Clock, "test", makes: true);
        site.Desk = new Desk(site._store, "main", new PacksOfFiles(), site.Clock, "test") { Zone = TimeZoneInfo.Utc };
        var plan = Import.Plan(await site._store.ReadAsync("main"), new PacksOfFiles().RowsOf(Council), keepsMissing: false);
        await site._store.WriteAsync(Import.Write(plan, "main", "An analyst", "Set up", "pack", "test"));
        if (hasPeople)
        {
            await site.FillAsync();
        }

        site._app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(Council), [], "pack")),
            new WebsiteOptions("http://127.0.0.1:0", "1.2.3") { PublicAddress = "https://performance.example" },
            desk: new DeskSetup(site.Desk, new FixedStyle(), new FormsOfFiles()) { IsDemo = true, Mail = mail, SignIn = signIn });
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>A browser that keeps its cookies, and does not follow where it is sent.</summary>
    public HttpClient Visitor()
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(_app!.Urls.Single()),
        };
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A browser in which somebody of a role is signed in.</summary>
    public async Task<HttpClient> SignedIn(Role role)
    {
        var visitor = Visitor();
        var page = await Read(visitor, "/desk/sign-in");
        using var answer = await Post(visitor, "/desk/sign-in?handler=As", page, ("person", People[role].Value));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public static async Task<(HttpStatusCode Status, string Page)> Ask(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static async Task<string> Read(HttpClient visitor, string address)
    {
        var (status, page) = await Ask(visitor, address);
        Assert.True(status == HttpStatusCode.OK, $"{address} answers {(int)status}.");
        return page;
    }

    /// <summary>Sends a form as the page has it, with what is typed.</summary>
    public static Task<HttpResponseMessage> Post(HttpClient visitor, string address, string page, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(page).Groups[1].Value;
        var all = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(KeyValuePair.Create("form", token));
        return visitor.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>What a hidden field of a page holds.</summary>
    public static string Hidden(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"").Groups[1].Value);

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        await _store!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task FillAsync()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var grant = new Grant { Role = role, Level = role == Role.Approver ? 1 : 0, From = Desk.Today };
            var added = await new AddPersonHandler(Desk).HandleAsync(
                new AddPerson($"Post of {role}", "A Name", $"{role}@example.gov.uk", [grant], null, "Set up"), default);
            People[role] = new PersonId(Assert.IsType<DeskOutcome.Done>(added).Id);
        }

        var open = new OpenRound(new Month(2025, 10), Desk.Today, Desk.Today.AddDays(2), Desk.Today.AddDays(5), null, "Set up");
        Assert.IsType<DeskOutcome.Done>(await new OpenRoundHandler(Desk, new CatalogueReader()).HandleAsync(open, default));
    }

    [GeneratedRegex("name=\"form\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
