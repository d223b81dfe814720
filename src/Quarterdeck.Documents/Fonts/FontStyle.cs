namespace Quarterdeck.Documents.Fonts;

/// <summary>The cuts of the document family.</summary>
public enum FontStyle
{
    Regular,
    Bold,
    Italic,
}
