namespace Quarterdeck.Documents.Tree;

/// <summary>Where a link leads: a place in this document, or a web or mail address.</summary>
public abstract record LinkTarget
{
    private LinkTarget()
    {
    }

    public static implicit operator LinkTarget(Anchor anchor) => FromAnchor(anchor);

    public static LinkTarget FromAnchor(Anchor anchor) => new Place(anchor);

    /// <summary>A web or mail address as a person typed it; null for anything else, such as a script or a file.</summary>
    public static LinkTarget? Parse(string? typed) =>
        Uri.TryCreate(typed?.Trim(), UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto)
            ? new Address(address.AbsoluteUri) : null;

    public sealed record Place(Anchor Anchor) : LinkTarget;

    /// <summary>An <c>https</c>, <c>http</c> or <c>mailto</c> address.</summary>
    public sealed record Address : LinkTarget
    {
        internal Address(string value) => Value = value;

        public string Value { get; }

        /// <summary>As printed beside a link on paper: without <c>mailto:</c>.</summary>
        public string Printed => Value.StartsWith("mailto:", StringComparison.Ordinal) ? Value["mailto:".Length..] : Value;
    }
}
