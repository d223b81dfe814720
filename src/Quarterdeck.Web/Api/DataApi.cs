using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Records;
using Quarterdeck.Application.Reports;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Downloads;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Api;

/// <summary>
/// Open data for programs: read-only, the same records the command line writes. Version 1 keeps every field it has; fields
/// may be added.
/// </summary>
internal static class DataApi
{
    public const int MostPerPage = 500;

    private const int UsualPerPage = 100;

    public static void Map(WebApplication app)
    {
        Map("/indicators", context => Paged(
            context,
            RateRecord.Fields,
            context.Snapshot().Site.Search(new IndicatorQuery(Asked(context, "q"), Asked(context, "area"), Asked(context, "rating")))));
        Map("/indicators/{reference}", context => Of(context, found => Json(DataRecords.One(RateRecord.Fields, found))));
        Map("/indicators/{reference}/periods", context => Of(context, found => Paged(context, PeriodRecord.Fields, PeriodRecord.Of(found))));
        Map("/openapi.json", _ => Results.Bytes(OpenApi.Document(), "application/openapi+json; charset=utf-8"));

        void Map(string pattern, Func<HttpContext, IResult> answer) => app.MapPublic("/api/v1" + pattern, answer);
    }

    private static IResult Of(HttpContext context, Func<RatedIndicator, IResult> answer)
    {
        var reference = context.RouteValue("reference");
        return context.Snapshot().Site.Find(reference) is { } found ? answer(found)
            : Results.Problem($"No indicator has the reference '{reference}'.", statusCode: StatusCodes.Status404NotFound, title: "There is no such indicator");
    }

    private static string? Asked(HttpContext context, string name) => context.Request.Query.TryGetValue(name, out var values) ? values[0] : null;

    private static int? Number(HttpContext context, string name, int otherwise) =>
        Asked(context, name) is not { Length: > 0 } typed ? otherwise
        : int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IResult Paged<T>(HttpContext context, IReadOnlyList<RecordField<T>> fields, IReadOnlyList<T> records)
    {
        if (Number(context, "page", 1) is not ({ } number and >= 1) || Number(context, "per_page", UsualPerPage) is not ({ } size and >= 1 and <= MostPerPage))
        {
            return Results.Problem(
                $"page counts from 1, and per_page is 1 to {MostPerPage}.",
                statusCode: StatusCodes.Status400BadRequest,
                title: "There is no such page");
        }

        var pages = Math.Max(1, (records.Count + size - 1) / size);
        context.Response.Headers["X-Total-Count"] = records.Count.ToString(CultureInfo.InvariantCulture);
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
        var others = request.Query.Where(pair => pair.Key != "page")
            .SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(value ?? string.Empty)}"));
        return $"{request.Path}?{string.Join('&', others.Append($"page={page}"))}";
    }

    private static IResult Json(byte[] content) => Results.Bytes(content, "application/json; charset=utf-8");
}
