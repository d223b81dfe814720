using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Quarterdeck.Web.Features.Errors;

/// <summary>What a visitor sees in place of a page that cannot be shown.</summary>
public sealed class StatusModel : PageModel
{
    public string Heading { get; private set; } = string.Empty;

    public string Advice { get; private set; } = string.Empty;

    public void OnGet(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
        (Heading, Advice) = Response.StatusCode switch
        {
            404 => ("Page not found", "If you typed the address, check that it is correct. An indicator that was retired is in the reports of its time."),
            405 => ("That cannot be done here", "These pages can only be read."),
            414 => ("That address is too long", "Search for fewer words, or follow the links of the site."),
            429 => (
                "Too many requests",
                "Many searches or files were asked for from where you are within a minute. Wait a minute and try again; pages can be read meanwhile."),
            >= 500 => ("Something has gone wrong", "The fault is ours and has been noted. Try again in a few minutes."),
            _ => ("That request was not understood", "Check the address and try again."),
        };
    }
}
