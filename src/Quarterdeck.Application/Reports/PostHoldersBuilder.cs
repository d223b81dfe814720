using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Application.Reports;

/// <summary>Who is in post on the report's date, by role.</summary>
internal static class PostHoldersBuilder
{
    /// <summary>The roles every reader looks for come first; others follow in the order given.</summary>
    private static readonly string[] First = [
        "director",
        "responsible-officer",
        "accountable-officer",
        "corporate-director",
        "cabinet-member",
        "delivery-partner"
    ];

    public static IReadOnlyList<PostHolders> Area(ReportScope scope, string code) =>
        Of(scope, post => string.Equals(post.Area, code, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<PostHolders> Indicator(ReportScope scope, IndicatorRef reference) => Of(scope, post => post.Ref == reference);

    private static List<PostHolders> Of(ReportScope scope, Func<Post, bool> concerned) =>
    [
        .. scope.Pack.Posts
            .Where(post => concerned(post) && post.HeldOn(scope.ReportDate))
            .OrderBy(post => post.Order ?? int.MaxValue)
            .GroupBy(post => post.Role, StringComparer.OrdinalIgnoreCase)
            .OrderBy(role => Array.IndexOf(First, role.Key) is var place and >= 0 ? place : First.Length)
            .Select(role => new PostHolders(scope.Labels.Role(role.Key, role.Count()), [.. role.Select(Named)])),
    ];

    private static string Named(Post post) => post.Title is { } title ? $"{post.Holder} ({title})" : post.Holder;
}
