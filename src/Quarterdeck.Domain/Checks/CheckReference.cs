using System.Text;

namespace Quarterdeck.Domain.Checks;

/// <summary>The reference page of the checks, made from the checks themselves.</summary>
public static class CheckReference
{
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("# The check list\n\n");
        page.Append("What `quarterdeck check` looks for. This page is generated from the checks: change them, then run `./build docs`.\n\n");
        page.Append("An **error** is wrong, and makes the command end with 1. A **warning** needs a look. A **note** is worth knowing.\n");
        page.Append("Findings about words in commentary come from simple matching of English words. They can be wrong, so they are never errors\n");
        page.Append("(except a dead link).\n\n");
        page.Append("| code | severity | what is looked for | why it matters | what to do |\n|---|---|---|---|---|\n");
        foreach (var check in CheckList.All)
        {
            page.Append("| `").Append(check.Code).Append("` | ").Append(check.Severity.ToString().ToLowerInvariant()).Append(" | ").Append(check.Title)
                .Append(" | ").Append(check.Why).Append(" | ").Append(check.Remedy).Append(" |\n");
        }

        page.Append("\nReading a pack gives other findings (a missing column, an unreadable number, a duplicate): see [the pack](pack.md).\n");
        return page.ToString();
    }
}
