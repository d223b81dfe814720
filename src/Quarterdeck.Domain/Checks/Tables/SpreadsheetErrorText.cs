using System.Text.RegularExpressions;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Domain.Checks.Tables;

/// <summary>A spreadsheet's error in a text that will be printed.</summary>
public sealed partial class SpreadsheetErrorText() : Check(
    "spreadsheet-error",
    Severity.Error,
    "Spreadsheet error text in a cell",
    "#REF! or #DIV/0! in a published paper is always wrong.",
    "Type the figure or the text that belongs there.")
{
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var entry in context.Pack.Commentary.Where(entry => Error().IsMatch(entry.Text)))
        {
            yield return Find(
                $"The text holds {Error().Match(entry.Text).Value}.",
                entry.Refs.Count > 0 ? entry.Refs[0] : null,
                "commentary",
                entry.At,
                "text");
        }

        foreach (var cell in context.Pack.Tables.Where(cell => cell.Text is { } text && Error().IsMatch(text)))
        {
            yield return Find($"{cell.Table}, {cell.Row}, {cell.Column}: the cell holds {cell.Text}.", null, "tables", cell.At, "value", cell.Text);
        }

        foreach (var indicator in context.Pack.Indicators)
        {
            foreach (var (column, text) in new[]
            {
                ("title", indicator.Title),
                ("short_title", indicator.ShortTitle),
                ("definition", indicator.Definition),
                ("data_note", indicator.DataNote)
            })
            {
                if (text is not null && Error().IsMatch(text))
                {
                    yield return Find($"The {column} holds {Error().Match(text).Value}.", indicator.Ref, "indicators", indicator.At, column, text);
                }
            }
        }
    }

    [GeneratedRegex(@"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A)", RegexOptions.IgnoreCase)]
    private static partial Regex Error();
}
