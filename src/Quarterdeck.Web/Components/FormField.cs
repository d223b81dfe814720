using System.Text.Encodings.Web;

namespace Quarterdeck.Web.Components;

/// <summary>A control of a form under its label and, where it has one, its hint.</summary>
public abstract class FormField : Component
{
    public string Name { get; set; } = string.Empty;

    /// <summary>By default its name.</summary>
    public string? Id { get; set; }

    public string Label { get; set; } = string.Empty;

    /// <summary>One line under the label, read out with the control.</summary>
    public string? Hint { get; set; }

    public sealed override void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        var id = Id ?? Name;
        writer.Write("<div class=\"govuk-form-group\">\n<label class=\"govuk-label\"");
        WriteAttribute(writer, encoder, "for", id);
        writer.Write('>');
        encoder.Encode(writer, Label);
        writer.Write("</label>\n");
        if (Hint is not null)
        {
            writer.Write("<div");
            WriteAttribute(writer, encoder, "id", HintId(id));
            writer.Write(" class=\"govuk-hint\">");
            encoder.Encode(writer, Hint);
            writer.Write("</div>\n");
        }

        WriteControl(writer, encoder);
        writer.Write("\n</div>\n");
    }

    private protected abstract void WriteControl(TextWriter writer, HtmlEncoder encoder);

    /// <summary>What every control says of itself.</summary>
    private protected void WriteNames(TextWriter writer, HtmlEncoder encoder)
    {
        var id = Id ?? Name;
        WriteAttribute(writer, encoder, "id", id);
        WriteAttribute(writer, encoder, "name", Name);
        WriteAttribute(writer, encoder, "aria-describedby", Hint is null ? null : HintId(id));
    }

    private static string HintId(string id) => id + "-hint";
}
