using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Answers that change nothing, asked for whole or for their head alone. They take what they need from the request by hand: binding it to
/// parameters compiles code for each of them whenever the site starts.
/// </summary>
internal static class Reading
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRead(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, IResult> answer) =>
        app.MapMethods(pattern, Methods, context => answer(context).ExecuteAsync(context));

    public static void MapRead(this IEndpointRouteBuilder app, string pattern, Func<HttpContext, Task<IResult>> answer) =>
        app.MapMethods(pattern, Methods, async context => await (await answer(context).ConfigureAwait(false)).ExecuteAsync(context).ConfigureAwait(false));

    /// <summary>The part of the address that the pattern calls so.</summary>
    public static string Part(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>What is shown to this request.</summary>
    public static ShownSite Shown(this HttpContext context) => context.RequestServices.GetRequiredService<ShownSite>();
}
