using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A link that leads nowhere.</summary>
public sealed class DeadLink() : Check(
    "dead-link",
    Severity.Error,
    "Dead link",
    "The address of the link is empty, a single #, or not a web or email address.",
    "Type the address, beginning with https:// or mailto:, or remove the link.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Pack.Commentary)
        {
            foreach (System.Text.RegularExpressions.Match link in Prose.Links().Matches(entry.Text))
            {
                var address = link.Groups[2].Value;
                if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto"))
                {
                    yield return Find(
                        $"The link '{link.Groups[1].Value}' goes to '{address}'.",
                        entry.Refs.Count > 0 ? entry.Refs[0] : null,
                        "commentary",
                        entry.At,
                        "text",
                        link.Value);
                }
            }
        }
    }
}
