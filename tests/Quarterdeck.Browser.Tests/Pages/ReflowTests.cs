using Quarterdeck.Application.Publishing;
using Quarterdeck.Browser.Tests.Browsers;
using Quarterdeck.TestKit;
using Quarterdeck.Web.Hosting;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Browser.Tests.Pages;

/// <summary>The longest words and the largest figures on the narrowest window: everything wraps, nothing is cut, nothing scrolls sideways.</summary>
public sealed class ReflowTests(Chromium chromium)
{
    private const string Long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

    private static readonly string[] Tables =
    [
        $"settings\nkey,value\norganisation,{Long} Council\n",
        "areas\ncode,name\nA,Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft\n",
        "indicators\nref,title,kind,area,unit,frequency,basis,ytd,decimals,polarity\nBIG,Value owed,kpi,A,gbp,month,,none,,lower\n"
            + $"LONG-REFERENCE-1,{Long} https://www.example.gov.uk/a/very/long/address/that/does/not/break,kpi,A,percent,month,,none,,higher\n",
        "results\nref,period,value\nBIG,2024-10,893654321098\nBIG,2025-09,893654321098\nBIG,2025-10,993654321098\n"
            + "LONG-REFERENCE-1,2025-09,99%\nLONG-REFERENCE-1,2025-10,12%\n",
        "targets\nref,from,target,floor\nBIG,2025-04,100000000000,200000000000\nLONG-REFERENCE-1,2025-04,95%,90%\n",
        $"commentary\nround,kind,refs,text,author\n2025-10,commentary,BIG,{Long} is owed.,{Long}\n",
    ];

    [Fact]
    public async Task Nothing_stands_outside_the_narrowest_window()
    {
        await using var app = Website.Create(
            new SnapshotProvider(new DashboardSnapshot(new PublicDashboard(Packed.From(Tables)), [], "pack")), new WebsiteOptions("http://127.0.0.1:0", "1.2.3"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using var reader = await chromium.Reader(Window.Narrow);
        var page = await reader.NewPageAsync();
        foreach (var address in new[] { "/", "/indicators", "/indicators/BIG", "/indicators/LONG-REFERENCE-1", "/indicators/BIG/years", "/areas", "/areas/A" })
        {
            await page.GotoAsync(new Uri(new Uri(app.Urls.Single()), address).AbsoluteUri);
            await Window.Narrow.Fit(page);

            Assert.Empty(await page.EvaluateAsync<string[]>("""
                address => {
                  const outside = [];
                  if (document.documentElement.scrollWidth > innerWidth) outside.push(`${address} is ${document.documentElement.scrollWidth} wide`);
                  for (const text of document.querySelectorAll('svg text')) {
                    const box = text.getBoundingClientRect();
                    if (box.width > 0 && (box.left < -1 || box.right > innerWidth + 1)) outside.push(`${address}: '${text.textContent}' is cut`);
                  }
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const at = walker.currentNode, range = document.createRange();
                    if (!at.data.trim() || at.parentElement.closest('.govuk-visually-hidden, .govuk-skip-link, thead, svg, option, .wrap, details:not([open])')) continue;
                    range.selectNodeContents(at);
                    if (range.getBoundingClientRect().right > innerWidth + 1) outside.push(`${address}: '${at.data.trim().slice(0, 40)}' stands outside`);
                  }
                  return outside;
                }
                """, address));
        }
    }
}
