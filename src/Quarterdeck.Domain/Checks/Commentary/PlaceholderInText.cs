using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Commentary;

/// <summary>A text that waits for its words.</summary>
public sealed class PlaceholderInText() : Check(
    "placeholder-in-text",
    Severity.Warning,
    "Placeholder in a text",
    "TBC, XX% or [insert figure] was meant to be replaced before publication.",
    "Write the text, or delete the row.")
{
    public override IEnumerable<Finding> Run(CheckContext context) =>
        from entry in context.Texts
        let placeholder = ProseClaims.Placeholder(entry.Text)
        where placeholder is not null
        select Find(
            $"The text still says '{placeholder.Value.Trim()}'.",
            entry.Refs.Count > 0 ? entry.Refs[0] : null, "commentary", entry.At, "text", placeholder.Value.Trim());
}
