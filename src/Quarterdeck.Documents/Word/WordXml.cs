namespace Quarterdeck.Documents.Word;

/// <summary>Names that every part of a Word file needs.</summary>
internal static class WordXml
{
    public const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string Packages = "http://schemas.openxmlformats.org/package/2006";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string ChartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    public const string Spaces = $"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"{Relations}\"";
    public const string DrawingSpaces =
        $"xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"{Drawing}\" xmlns:c=\"{ChartSpace}\"";
}
