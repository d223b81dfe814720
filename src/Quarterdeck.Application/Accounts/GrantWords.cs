using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Accounts;

/// <summary>A grant in words.</summary>
public static class GrantWords
{
    /// <summary><c>approver, level 1, for CED, to 31 March 2026</c>.</summary>
    public static string Of(Grant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        var level = grant.Level > 0 ? $", level {grant.Level}" : string.Empty;
        var scope = grant.Area is { } area ? $" for {area}"
            : grant.Indicators.Count > 0 ? $" for {string.Join(", ", grant.Indicators)}"
            : " for everything";
        var end = grant.To is { } to ? $", to {MonthNames.Long(to)}" : string.Empty;
        return grant.Role.Code() + level + scope + end;
    }
}
