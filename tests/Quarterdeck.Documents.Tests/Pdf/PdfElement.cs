namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>An element of a PDF's structure tree with the words marked as its own.</summary>
public sealed record PdfElement(string Type, string? Scope, int Span, IReadOnlyList<PdfElement> Kids, string Own)
{
    /// <summary>Its words and those of all below it, in reading order as far as words and elements do not alternate.</summary>
    public string Text => Own + string.Concat(Kids.Select(kid => kid.Text));

    public IEnumerable<PdfElement> All() => Kids.SelectMany(kid => kid.All()).Prepend(this);

    public static PdfElement Root(PdfReader reader)
    {
        var pages = reader.Pages().Select((page, index) => (page.Number, index + 1)).ToDictionary();
        var marked = PdfPiece.Of(reader).Where(piece => piece.Mark is not null).ToLookup(piece => (piece.Page, piece.Mark!.Value), piece => piece.Text);
        return Read(reader.Array(reader.Dictionary(reader.Catalogue["StructTreeRoot"])!["K"])[0]);

        PdfElement Read(object? value)
        {
            var element = reader.Dictionary(value)!;
            var kids = new List<PdfElement>();
            foreach (var kid in reader.Array(element.GetValueOrDefault("K")))
            {
                var below = reader.Dictionary(kid)!;
                switch ((below.GetValueOrDefault("Type") as PdfName)?.Value)
                {
                    case "MCR":
                        kids.Add(new PdfElement(
                            "Words",
                            null,
                            1,
                            [],
                            string.Concat(marked[(pages[((PdfReference)below["Pg"]!).Number], (int)(double)below["MCID"]!)])));
                        break;
                    case "StructElem":
                        kids.Add(Read(kid));
                        break;
                }
            }

            var attributes = reader.Resolve(element.GetValueOrDefault("A")) switch
            {
                IReadOnlyList<object?> several => several.Select(reader.Dictionary).OfType<Dictionary<string, object?>>().ToList(),
                Dictionary<string, object?> one => [one],
                _ => [],
            };
            object? Attribute(string name) => attributes.Select(each => each.GetValueOrDefault(name)).FirstOrDefault(each => each is not null);
            return new PdfElement(
                ((PdfName)element["S"]!).Value,
                (Attribute("Scope") as PdfName)?.Value,
                Attribute("ColSpan") is double span ? (int)span : 1,
                kids,
                string.Empty);
        }
    }
}
