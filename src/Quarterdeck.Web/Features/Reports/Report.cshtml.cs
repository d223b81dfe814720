using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Quarterdeck.Application.Publishing;

using Quarterdeck.Web.Caching;

namespace Quarterdeck.Web.Features.Reports;

/// <summary>A report as a page.</summary>
[PublicPage]
public sealed class ReportModel(PublicDashboard site) : PageModel
{
    /// <summary>Set before the page is shown.</summary>
    public Domain.Reports.Report Report { get; private set; } = null!;

    public IActionResult OnGet(string code)
    {
        if (site.Report(code) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        return Page();
    }
}
