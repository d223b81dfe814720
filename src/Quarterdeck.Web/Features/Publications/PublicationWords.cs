using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Web.Features.Publications;

/// <summary>Fields of a published record in readers' words.</summary>
public static class PublicationWords
{
    /// <summary>A figure of a record as a reader writes it: a month by its name.</summary>
    public static string Figure(string? figure) =>
        figure is null ? "none" : Month.TryParse(figure, out var month) ? MonthNames.Long(month) : figure;

    /// <param name="field">Name of the field: <c>ytd_rating</c>.</param>
    public static string Of(string field) => field switch
    {
        "latest_period" => "Latest period",
        "displayed" => "Latest result",
        "target" => "Target",
        "floor" => "Floor standard",
        "rating" => "Rating",
        "ytd_displayed" => "Year to date",
        "ytd_target" => "Target, year to date",
        "ytd_floor" => "Floor standard, year to date",
        "ytd_rating" => "Rating, year to date",
        "lower" => "Expected range, from",
        "upper" => "Expected range, to",
        "range" => "In the expected range",
        "direction" => "Direction of travel",
        _ => field,
    };
}
