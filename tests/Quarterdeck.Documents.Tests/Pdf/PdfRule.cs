namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>The rules of PDF/UA-1 that a machine can check and our files must keep.</summary>
public enum PdfRule
{
    NamesItsLanguage,
    IsMarkedAsTagged,
    ShowsItsTitle,
    ClaimsPdfUa,
    HasATitleInItsMetadata,
    UsesStandardElements,
    ElementsKnowTheirParent,
    FiguresHaveWords,
    FiguresHaveABox,
    HeaderCellsHaveScope,
    ListsHoldItems,
    ListItemsStandInLists,
    ListItemsHoldLabelAndBody,
    CellsStandInRows,
    RowsStandInTables,
    RowsAreEquallyWide,
    HeadingsBeginAtOne,
    HeadingsSkipNoLevel,
    LinksHaveAnAnnotation,
    AnnotationsHaveALink,
    AnnotationsHaveWords,
    PagesTabByStructure,
    ContentHasOneOwner,
    ContentOfElementsIsOnThePage,
    ContentOfPagesHasAnOwner,
    ContentIsNotNested,
    ContentIsClosed,
    EverythingDrawnIsTaggedOrArtifact,
    ParentTreeCoversThePage,
    ParentTreeNamesTheOwner,
    NoGlyphIsMissing,
    FontsAreEmbedded,
    FontsMapToCharacters,
}

/// <param name="Rule">The rule that was broken.</param>
/// <param name="Where">What breaks it.</param>
public sealed record PdfProblem(PdfRule Rule, string Where);
