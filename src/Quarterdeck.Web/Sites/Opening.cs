using Microsoft.AspNetCore.Http;

namespace Quarterdeck.Web.Sites;

/// <summary>The server answers before what it shows has been read: readers who come that early wait for it.</summary>
internal sealed class Opening(RequestDelegate next, SiteSource source)
{
    public Task InvokeAsync(HttpContext context) => source.IsReady ? next(context) : Waited(context);

    private async Task Waited(HttpContext context)
    {
        await source.First.WaitAsync(context.RequestAborted).ConfigureAwait(false);
        await next(context).ConfigureAwait(false);
    }
}
