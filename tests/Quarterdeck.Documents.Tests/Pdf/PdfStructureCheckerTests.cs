namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>A check is worth only what it is seen to catch: every rule fails on a file damaged in one place.</summary>
public sealed class PdfStructureCheckerTests
{
    /// <summary>A rule, a pattern that a sound file holds, and what stands there in the damaged one.</summary>
    public static TheoryData<PdfRule, string, string> Damages => new()
    {
        { PdfRule.NamesItsLanguage, @"/Lang\(en-GB\)", "/Lang()" },
        { PdfRule.NamesItsLanguage, @"/Lang\(", "/Lung(" },
        { PdfRule.IsMarkedAsTagged, "/Marked true", "/Marked null" },
        { PdfRule.IsMarkedAsTagged, "/MarkInfo", "/MarkNone" },
        { PdfRule.ShowsItsTitle, "/DisplayDocTitle true", "/DisplayDocTitle null" },
        { PdfRule.ClaimsPdfUa, "pdfuaid:part>1<", "pdfuaid:part>2<" },
        { PdfRule.HasATitleInItsMetadata, "(<dc:title><rdf:Alt><rdf:li [^>]*>)[^<]*", "$1" },
        { PdfRule.HasATitleInItsMetadata, "<dc:title>", "<dc:titel>" },
        { PdfRule.UsesStandardElements, "/S/TBody", "/S/Tbody" },
        { PdfRule.UsesStandardElements, "/S/H2", "/S/H7" },
        { PdfRule.ElementsKnowTheirParent, @"/S/Figure/P \d+ 0 R", "/S/Figure/P 1 0 R" },
        { PdfRule.ElementsKnowTheirParent, @"/S/L/P \d+ 0 R", "/S/L" },
        { PdfRule.FiguresHaveWords, "/Alt<", "/Atl<" },
        { PdfRule.FiguresHaveWords, "/Alt<FEFF[0-9A-F]*>", "/Alt<FEFF>" },
        { PdfRule.FiguresHaveABox, @"/BBox\[[0-9 ]*\]", "/BBox[0 0]" },
        { PdfRule.FiguresHaveABox, "/BBox", "/Bbox" },
        { PdfRule.HeaderCellsHaveScope, "/Scope/Column", "/Scopx/Column" },
        { PdfRule.HeaderCellsHaveScope, "/Scope/Row", "/Scope/Raw" },
        { PdfRule.ListItemsStandInLists, "/S/L/P", "/S/P/P" },
        { PdfRule.ListsHoldItems, "/S/LI/P", "/S/P/P" },
        { PdfRule.ListItemsHoldLabelAndBody, "/S/LBody/P", "/S/Span/P" },
        { PdfRule.CellsStandInRows, "/S/TR/P", "/S/P/P" },
        { PdfRule.CellsStandInRows, "/S/TD/P", "/S/P/P" },
        { PdfRule.RowsStandInTables, "/S/Table/P", "/S/Sect/P" },
        { PdfRule.RowsStandInTables, "/S/THead/P", "/S/Div/P" },
        { PdfRule.RowsAreEquallyWide, @"/S/TR/P (\d+ 0 R)/K\[ \d+ 0 R", "/S/TR/P $1/K[" },
        { PdfRule.RowsAreEquallyWide, "/Scope/Column>>", "/ColSpan 3>>" },
        { PdfRule.HeadingsBeginAtOne, "/S/H1", "/S/H2" },
        { PdfRule.HeadingsSkipNoLevel, "/S/H2", "/S/H3" },
        { PdfRule.LinksHaveAnAnnotation, @"/Type/OBJR(/Pg \d+ 0 R)/Obj \d+ 0 R", "/Type/MCR$1/MCID 99" },
        { PdfRule.AnnotationsHaveALink, "/S/Link/P", "/S/Span/P" },
        { PdfRule.AnnotationsHaveALink, "/StructParent 0", "/StructParent 7" },
        { PdfRule.AnnotationsHaveWords, "/Contents<FEFF[0-9A-F]*>", "/Contents<FEFF>" },
        { PdfRule.AnnotationsHaveWords, "/Contents<", "/Contentz<" },
        { PdfRule.PagesTabByStructure, "/Tabs/S", "/Tabs/R" },
        { PdfRule.ContentHasOneOwner, @"/Type/MCR(/Pg \d+ 0 R)/MCID 1>", "/Type/MCR$1/MCID 0>" },
        { PdfRule.ContentOfElementsIsOnThePage, "MCID 2>> BDC", "MCID 3>> BDC" },
        { PdfRule.ContentOfPagesHasAnOwner, @"/Type/MCR(/Pg \d+ 0 R)/MCID 2>", "/Type/MCR$1/MCID 1>" },
        { PdfRule.ContentIsNotNested, "EMC\n", "%\n\n" },
        { PdfRule.ContentIsClosed, "EMC\n$", "%\n" },
        { PdfRule.EverythingDrawnIsTaggedOrArtifact, @"/Artifact <<[^>]*>> BDC", "%" },
        { PdfRule.EverythingDrawnIsTaggedOrArtifact, @"/Figure <<[^>]*>> BDC", "%" },
        { PdfRule.ParentTreeCoversThePage, @"/Nums\[(.*?) \[\d+ 0 R", "/Nums[$1 [" },
        { PdfRule.ParentTreeNamesTheOwner, @"/Nums\[(.*?) \[(\d+) 0 R (\d+) 0 R", "/Nums[$1 [$3 0 R $2 0 R" },
        { PdfRule.NoGlyphIsMissing, @"Tf <([0-9A-F]{4})[0-9A-F]{4}", "Tf <${1}0000" },
        { PdfRule.FontsAreEmbedded, "/FontFile2", "/FontFileX" },
        { PdfRule.FontsMapToCharacters, "/ToUnicode", "/ToUnocide" },
        { PdfRule.FontsMapToCharacters, "endbfchar", "endbfrang" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_file_damaged_in_one_place_breaks_the_rule(PdfRule rule, string sound, string damaged) =>
        Assert.Contains(rule, PdfStructureChecker.Check(PdfDamage.Replace(TaggedPdfTests.Small(), sound, damaged)).Select(problem => problem.Rule));

    [Fact]
    public void Every_rule_has_its_damage() =>
        Assert.Empty(Enum.GetValues<PdfRule>().Except(Damages.Select(damage => damage.Data.Item1)));

    [Fact]
    public void Damage_that_changes_nothing_is_no_damage() =>
        Assert.Empty(PdfStructureChecker.Check(PdfDamage.Replace(TaggedPdfTests.Small(), "/Tabs/S", "/Tabs/S")));

    [Fact]
    public void Damage_to_what_is_not_there_is_refused() =>
        Assert.Throws<InvalidDataException>(() => PdfDamage.Replace(TaggedPdfTests.Small(), "/Nowhere", "/Here"));
}
