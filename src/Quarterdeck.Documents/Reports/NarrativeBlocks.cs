using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Commentary, actions, risks and assurance notes, with who wrote them and when.</summary>
internal sealed class NarrativeBlocks(Labels labels)
{
    public Section Section(NarrativeGroup group, Anchor id) => new(id, group.Heading, [.. Blocks(group)]) { InContents = false };

    /// <summary>Beneath a table: its name in bold opens the first paragraph.</summary>
    public IEnumerable<Block> RunIn(NarrativeGroup group)
    {
        var blocks = Blocks(group, signed: false).ToList();
        RichText name = new Strong(group.Heading + ".");
        if (blocks is [Paragraph first, ..])
        {
            blocks[0] = first with { Text = name + (RichText)" " + first.Text };
            return blocks;
        }

        return blocks.Prepend(new Paragraph(name) { KeepsWithNext = true });
    }

    /// <summary>Who wrote some texts and when, once.</summary>
    public static IEnumerable<Block> By(IReadOnlyList<NarrativeGroup> groups) =>
        By([.. groups.SelectMany(group => group.Commentary)]) is { } said ? [said] : [];

    public IEnumerable<Block> Blocks(NarrativeGroup group, bool signed = true)
    {
        var several = group.Actions.Count + group.Risks.Count + group.Assurance.Count > 0;
        foreach (var block in group.Commentary.SelectMany(text => MarkdownText.Blocks(text.Text)))
        {
            yield return block;
        }

        if (signed && By(group.Commentary) is { } commented)
        {
            yield return commented;
        }

        if (several)
        {
            foreach (var actions in group.Actions)
            {
                if (actions is { Heading: null, Actions: [var only] })
                {
                    yield return new Paragraph(new Strong(labels.Of(Labels.Actions) + ":") + (RichText)" " + Said(only));
                    continue;
                }

                yield return Heading(actions.Heading is { } heading ? $"{labels.Of(Labels.Actions)}: {heading}" : labels.Of(Labels.Actions));
                yield return new ItemList(ListKind.Bullets, [.. actions.Actions.Select(action => new ListItem(Said(action)))]);
            }

            if (group.Risks.Count > 0)
            {
                yield return Heading(labels.Of(Labels.Risks));
                yield return new ItemList(ListKind.Numbered, [.. group.Risks.Select(risk => new ListItem(Said(risk.Risk))
                {
                    Nested = [.. risk.Answers.Select(answer => (RichText)(answer.Standing is null ? "Action taken: " : "Action: ") + Said(answer))],
                })]);
            }

            foreach (var note in group.Assurance)
            {
                yield return new Paragraph(
                    new Strong($"{labels.Of(Labels.Assurance)}: {note.StateWords}.") + (RichText)" " + MarkdownText.Inlines(note.Note.Text));
            }
        }
    }

    /// <summary>Who wrote and when, once for texts of one author and day.</summary>
    private static Paragraph? By(IReadOnlyList<Narrative> texts)
    {
        var said = texts.Select(By).OfType<string>().Distinct().ToList();
        return said.Count == 0 ? null : new Paragraph(string.Join("; ", said) + ".") { Quiet = true };
    }

    private static string? By(Narrative text) => text.Signature is { Length: > 0 } signature ? signature : null;

    /// <summary>What the registers hold says in brackets who does it and by when.</summary>
    private static RichText Said(Narrative text) =>
        text.Standing is null ? MarkdownText.Inlines(text.Text) : MarkdownText.Inlines(text.Text) + (RichText)$" {text.Signature}.";

    private static Paragraph Heading(string words) => new(new Strong(words)) { KeepsWithNext = true };
}
