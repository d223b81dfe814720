using System.Text.RegularExpressions;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Adoption;

/// <summary>What a council says of its sources beforehand.</summary>
/// <param name="Organisation">Its name; null to take it from the sources.</param>
/// <param name="YearStart">First month of its financial year.</param>
/// <param name="Today">No heading without a year names a month after it.</param>
/// <param name="Mapping">What was said of columns before.</param>
public sealed record AdoptionRequest(string? Organisation, int YearStart, DateOnly Today, AdoptionMapping Mapping);

/// <summary>A column a person should say something about.</summary>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Proposed">What it is taken for, as <c>mapping.csv</c> says it.</param>
/// <param name="Reason">Why that is doubtful.</param>
public sealed record AdoptionQuestion(string Sheet, string Heading, string Proposed, string Reason);

/// <summary>What came of reading the sources of a council.</summary>
/// <param name="Workbook">The pack, as an <c>.xlsx</c> file; null when no indicator was found.</param>
/// <param name="Mapping">The text of <c>mapping.csv</c>.</param>
/// <param name="Cells">Every number of the sources, and what became of it.</param>
/// <param name="Assumptions">What no source says.</param>
/// <param name="Questions">At most one for each column.</param>
/// <param name="Indicators">How many were found.</param>
public sealed record AdoptionOutcome(
    byte[]? Workbook,
    string Mapping,
    IReadOnlyList<AdoptedCell> Cells,
    IReadOnlyList<AdoptionAssumption> Assumptions,
    IReadOnlyList<AdoptionQuestion> Questions,
    int Indicators)
{
    public int Count(AdoptedState state) => Cells.Count(cell => cell.IsNumber && cell.State == state);
}

/// <summary>
/// Reads what a council has, whatever its layout, into a pack. Nothing is guessed silently: each number is read, unsure with its
/// reason, or left out with its reason.
/// </summary>
public static partial class CouncilAdoption
{
    /// <param name="paths">Workbooks, CSV files, Word documents, PDF files, texts.</param>
    /// <param name="request">What is known beforehand.</param>
    /// <param name="findings">Why a file could not be read; then the outcome is null.</param>
    /// <param name="limits">How much is read at most; the defaults when left out.</param>
    public static AdoptionOutcome? Read(IReadOnlyList<string> paths, AdoptionRequest request, out IReadOnlyList<Finding> findings, ReadLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(request);
        var log = new FindingCollector();
        var sections = paths.SelectMany(path => SourceFile.Read(path, limits ?? ReadLimits.Default, log)).ToList();
        findings = log.All();
        return log.HasErrors ? null : Read(sections, request);
    }

    internal static AdoptionOutcome Read(IReadOnlyList<SourceSection> sections, AdoptionRequest request)
    {
        var record = new AdoptionRecord(sections);
        var source = new AdoptedSource(new PeriodHeadings(request.YearStart, request.Today), request.Mapping, record);
        source.Read(sections);
        AdoptedDoubts.Tell(source.Indicators.All);
        var pack = new AdoptedPack(source, request.Organisation ?? Organisation(sections) ?? "Our Council", request.YearStart);
        var sheets = pack.Sheets();
        var indicators = sheets.First(sheet => sheet.Table.Name == "indicators").Rows.Count;
        return new AdoptionOutcome(
            indicators == 0 ? null : PackWorkbookWriter.Write(sheets),
            AdoptionMapping.Write(source.Blocks),
            record.All,
            pack.Assumptions,
            Questions(source.Blocks, record),
            indicators);
    }

    /// <summary>The columns that hold figures and could not be placed, or whose period is not written.</summary>
    private static List<AdoptionQuestion> Questions(IReadOnlyList<AdoptedBlock> blocks, AdoptionRecord record)
    {
        var lost = record.All.Where(cell => cell.State == AdoptedState.LeftOut).Select(cell => cell.Reason).ToHashSet();
        return
        [
            .. blocks.Where(block => block.NamesIndicators).SelectMany(block => block.Columns.Select(column => (block, column)))
                .Where(each => each.column.Doubt is not null
                    || (each.column.Role == ColumnRole.Unknown && each.column.Heading.Length > 0
                        && lost.Contains($"The column \"{each.column.Heading}\" is not taken: {each.column.Reason}")))
                .Select(each => new AdoptionQuestion(
                    each.block.Section.Name, each.column.Heading, AdoptionMapping.Word(each.column.Role), each.column.Doubt ?? each.column.Reason))
                .DistinctBy(question => (question.Sheet, question.Heading)),
        ];
    }

    private static string? Organisation(IReadOnlyList<SourceSection> sections) =>
        sections.SelectMany(section => section.Rows.Take(40)).SelectMany(row => row.Filled).Select(cell => Council().Match(cell.Item.Text))
            .FirstOrDefault(match => match.Success)?.Value;

    [GeneratedRegex(
        @"\b(?:[A-Z][\w'-]+ ){1,4}(?:County|Borough|City|District|Metropolitan Borough) Council\b|\b(?:Royal )?Borough of [A-Z]\w+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Council();
}
