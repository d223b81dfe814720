using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quarterdeck.App.Ratings;
using Quarterdeck.App.Records;
using Quarterdeck.App.Reports;
using Quarterdeck.App.Sites;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Web.Api;

/// <summary>
/// Open data for programs: read-only, the same records the command line writes. Version 1 keeps every field it has; fields
/// may be added.
/// </summary>
internal static class DataApi
{
    public const int MostPerPage = 500;

    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return await next(context).ConfigureAwait(false);
        });
        api.MapRead("/indicators", (Site site, HttpContext context, string? q, string? area, string? rating, int? page, int? per_page) =>
            Paged(context, RateRecord.Fields, site.Search(new IndicatorQuery(q, area, rating)), page, per_page));
        api.MapRead("/indicators/{reference}", (Site site, string reference) =>
            site.Find(reference) is { } found ? Json(DataRecords.One(RateRecord.Fields, found)) : Missing(reference));
        api.MapRead("/indicators/{reference}/periods", (Site site, HttpContext context, string reference, int? page, int? per_page) =>
            site.Find(reference) is { } found ? Paged(context, PeriodRecord.Fields, PeriodRecord.Of(found), page, per_page) : Missing(reference));
        api.MapRead("/openapi.json", () => Results.Bytes(OpenApi.Document(), "application/openapi+json; charset=utf-8"));
    }

    private static IResult Paged<T>(HttpContext context, IReadOnlyList<RecordField<T>> fields, IReadOnlyList<T> records, int? page, int? perPage)
    {
        var (number, size) = (page ?? 1, perPage ?? 100);
        if (number < 1 || size is < 1 or > MostPerPage)
        {
            return Results.Problem($"page counts from 1, and per_page is 1 to {MostPerPage}.", statusCode: StatusCodes.Status400BadRequest, title: "There is no such page");
        }

        var pages = Math.Max(1, (records.Count + size - 1) / size);
        context.Response.Headers["X-Total-Count"] = records.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var links = new[] { (Name: "prev", Page: number - 1), (Name: "next", Page: number + 1) }
            .Where(link => link.Page >= 1 && link.Page <= pages)
            .Select(link => $"<{Address(context.Request, link.Page)}>; rel=\"{link.Name}\"");
        if (string.Join(", ", links) is { Length: > 0 } header)
        {
            context.Response.Headers.Link = header;
        }

        return Json(DataRecords.Many(fields, records.Skip((number - 1) * size).Take(size)));
    }

    private static string Address(HttpRequest request, int page)
    {
        var others = request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? string.Empty)}"));
        return $"{request.Path}?{string.Join('&', others.Append($"page={page}"))}";
    }

    private static IResult Missing(string reference) =>
        Results.Problem($"No indicator has the reference '{reference}'.", statusCode: StatusCodes.Status404NotFound, title: "There is no such indicator");

    private static IResult Json(byte[] content) => Results.Bytes(content, "application/json; charset=utf-8");
}
