namespace Quarterdeck.Web.Sites;

/// <summary>What a reader says of the forms an answer may come in: the header Accept-Encoding (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedEncodings
{
    /// <summary>Whether an encoding is named, and not with a weight of nothing.</summary>
    public static bool Take(ReadOnlySpan<char> accepted, string encoding)
    {
        foreach (var range in accepted.Split(','))
        {
            var one = accepted[range].Trim();
            var end = one.IndexOf(';');
            if ((end < 0 ? one : one[..end].TrimEnd()).Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return end < 0 || !IsNothing(one[(end + 1)..].Trim());
            }
        }

        return false;
    }

    /// <summary>Whether a weight is zero, however many places it has: <c>q=0.00</c>.</summary>
    private static bool IsNothing(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && weight[2..].Trim().Trim("0.").IsEmpty;
}
