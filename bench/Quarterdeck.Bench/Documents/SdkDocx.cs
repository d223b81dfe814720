using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Quarterdeck.Bench.Documents;

/// <summary>
/// The same Word document by the Open XML SDK: every part as a tree of typed elements, saved into a new package. The elements
/// are those of our file, read and parsed to the last one beforehand; a round makes each anew and saves. A program that
/// composes them itself from a report does that and more.
/// </summary>
public sealed class SdkDocx : IDisposable
{
    private readonly MemoryStream _source;
    private readonly WordprocessingDocument _model;

    public SdkDocx(byte[] ours)
    {
        _source = new MemoryStream(ours);
        _model = WordprocessingDocument.Open(_source, false);
        foreach (var part in Parts(_model, []))
        {
            Elements += part.RootElement?.Descendants().Count() ?? 0;
        }
    }

    /// <summary>Elements of all parts.</summary>
    public int Elements { get; }

    public byte[] Write()
    {
        using var output = new MemoryStream();
        using (var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document))
        {
            Copy(_model, document, []);
        }

        return output.ToArray();
    }

    public void Dispose()
    {
        _model.Dispose();
        _source.Dispose();
    }

    private static void Copy(OpenXmlPartContainer from, OpenXmlPartContainer to, Dictionary<OpenXmlPart, OpenXmlPart> made)
    {
        foreach (var pair in from.Parts)
        {
            if (made.TryGetValue(pair.OpenXmlPart, out var known))
            {
                to.AddPart(known, pair.RelationshipId);
                continue;
            }

            var part = Make(to, pair);
            made.Add(pair.OpenXmlPart, part);
            Copy(pair.OpenXmlPart, part, made);
        }

        foreach (var link in from.HyperlinkRelationships)
        {
            to.AddHyperlinkRelationship(link.Uri, link.IsExternal, link.Id);
        }
    }

    private static OpenXmlPart Make(OpenXmlPartContainer to, IdPartPair pair)
    {
        var source = pair.OpenXmlPart;
        OpenXmlPart part = (to, source) switch
        {
            (WordprocessingDocument document, MainDocumentPart) => document.AddMainDocumentPart(),
            (_, MainDocumentPart
                or StyleDefinitionsPart
                or NumberingDefinitionsPart
                or DocumentSettingsPart
                or FontTablePart
                or ThemePart
                or HeaderPart
                or FooterPart
                or FootnotesPart
                or ChartPart
                or EndnotesPart
                or WebSettingsPart) =>
                Add(to, source, pair.RelationshipId),
            (_, EmbeddedPackagePart) => to.AddNewPart<EmbeddedPackagePart>(source.ContentType, pair.RelationshipId),
            (_, CoreFilePropertiesPart) => to.AddNewPart<CoreFilePropertiesPart>(source.ContentType, pair.RelationshipId),
            (_, ExtendedFilePropertiesPart) => to.AddNewPart<ExtendedFilePropertiesPart>(source.ContentType, pair.RelationshipId),
            _ => throw new InvalidOperationException($"The bench does not copy parts of the kind {source.GetType().Name}."),
        };
        if (source.RootElement is { } root)
        {
            using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
            ((OpenXmlPartRootElement)root.CloneNode(true)).Save(stream);
        }
        else
        {
            using var stream = source.GetStream();
            part.FeedData(stream);
        }

        return part;
    }

    private static OpenXmlPart Add(OpenXmlPartContainer to, OpenXmlPart source, string id) => source switch
    {
        StyleDefinitionsPart => to.AddNewPart<StyleDefinitionsPart>(id),
        NumberingDefinitionsPart => to.AddNewPart<NumberingDefinitionsPart>(id),
        DocumentSettingsPart => to.AddNewPart<DocumentSettingsPart>(id),
        FontTablePart => to.AddNewPart<FontTablePart>(id),
        ThemePart => to.AddNewPart<ThemePart>(id),
        HeaderPart => to.AddNewPart<HeaderPart>(id),
        FooterPart => to.AddNewPart<FooterPart>(id),
        FootnotesPart => to.AddNewPart<FootnotesPart>(id),
        EndnotesPart => to.AddNewPart<EndnotesPart>(id),
        WebSettingsPart => to.AddNewPart<WebSettingsPart>(id),
        ChartPart => to.AddNewPart<ChartPart>(id),
        _ => throw new InvalidOperationException($"The bench does not make parts of the kind {source.GetType().Name}."),
    };

    private static IEnumerable<OpenXmlPart> Parts(OpenXmlPartContainer container, HashSet<OpenXmlPart> seen)
    {
        foreach (var part in container.Parts.Select(pair => pair.OpenXmlPart).Where(seen.Add))
        {
            yield return part;
            foreach (var below in Parts(part, seen))
            {
                yield return below;
            }
        }
    }
}
