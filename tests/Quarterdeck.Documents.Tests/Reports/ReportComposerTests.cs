using Quarterdeck.Application.Reports;
using Quarterdeck.Documents.Html;
using Quarterdeck.Documents.Reports;
using Quarterdeck.Documents.Tree;
using Quarterdeck.TestKit;

namespace Quarterdeck.Documents.Tests.Reports;

public sealed class ReportComposerTests
{
    public static TheoryData<string> Packs => [Samples.Latest, Samples.First];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_link_inside_the_document_leads_somewhere(string pack)
    {
        var document = Compose(pack);
        var places = document.AllBlocks().SelectMany(Ids).ToList();

        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(
            document.AllBlocks().OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).OfType<TextCell>()
                .SelectMany(cell => cell.Text.Runs).OfType<LinkInline>().Select(link => link.Target).OfType<LinkTarget.Place>(),
            place => Assert.Contains(place.Anchor.Id, places));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void No_heading_is_deeper_than_six_levels(string pack) =>
        Assert.InRange(Compose(pack).Blocks.Max(Depth), 1, 5);

    [Fact]
    public void The_report_reads_its_message_then_departments_charts_and_how_to_read_it()
    {
        var document = Compose(Samples.Latest);

        Assert.True(document.Landscape);
        Assert.StartsWith("6 Red, 1 Amber and 23 Green of 30", Assert.IsType<Paragraph>(document.Blocks[0]).Text.Plain, StringComparison.Ordinal);
        Assert.Equal(["Red", "Amber, now or for the year to date", "Activity outside its expected range"],
            Assert.IsType<SideBySide>(document.Blocks[1]).Inside.OfType<Section>().Select(section => section.Heading));
        Assert.Equal(["Chief Executive's Department", "Deputy Chief Executive's Department", "Charts", "How to read this report"],
            document.Blocks.OfType<Section>().Select(section => section.Heading));
        Assert.Equal(
            "Policy and Resources Cabinet Committee, 26 November 2025. Results to September and October 2025, 2025/26. Sample County Council. "
            + "Performance Analytics Team. Unrestricted.",
            document.Subtitle);
        Assert.Equal(["Recommendation"], document.TitleBlock!.Definitions.Select(definition => definition.Term));
    }

    [Fact]
    public void A_table_has_a_line_of_the_last_figures_and_an_arrow_and_its_commentary_beneath_it()
    {
        var finance = Compose(Samples.Latest).Blocks.OfType<Section>().First().Blocks.OfType<Section>().First();
        var table = finance.Blocks.OfType<Table>().First();

        Assert.Equal(
            ["Ref", "Indicator", "Jul 2025", "Aug 2025", "Sep 2025", "Oct 2025", "Month rating", "Year to date", "Year to date rating", "Target", "Floor",
                "Trend", "Dir.", "Previous year to date"],
            table.Columns.Select(column => column.Label));
        Assert.Equal(7, table.Rows.Count(row => row.Cells.Any(cell => cell is ChartCell)));
        Assert.All(table.Rows.SelectMany(row => row.Cells).OfType<DirectionCell>(), cell => Assert.True(cell.ArrowOnly));
        Assert.IsType<TextColumns>(finance.Blocks[finance.Blocks.ToList().IndexOf(table) + 1]);
    }

    [Fact]
    public void Call_in_is_shown_only_where_assurance_records_anything()
    {
        Assert.DoesNotContain(Compose(Samples.Latest).Blocks.OfType<Section>(), section => section.Heading == "Called in for assurance");

        var section = Compose(Samples.First).Blocks.OfType<Section>().Single(section => section.Heading == "Called in for assurance");
        Assert.Equal("12 indicators are called in. For 4 of them nothing has been recorded.", Assert.IsType<Paragraph>(section.Blocks[0]).Text.Plain);
    }

    [Fact]
    public void Every_rating_has_its_word_and_a_remark_stands_beside_it()
    {
        var cells = Compose(Samples.First, "standing").AllBlocks().OfType<Table>().Single().Rows.Select(row => row.Cells[2].Plain).ToList();

        Assert.Equal(26, cells.Count);
        Assert.All(cells, cell => Assert.Matches("^(Green|Amber|Red)( \\(by hand\\))?$", cell));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_chart_has_its_figures_beside_it(string pack)
    {
        var charts = Compose(pack).AllBlocks().OfType<ChartBlock>().ToList();

        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.Equal(Assert.IsType<Quarterdeck.Documents.Charts.TrendChart>(chart.Chart).Points.Count, chart.Figures!.Rows.Count));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Nothing_a_spreadsheet_leaks_is_in_the_page(string pack)
    {
        var page = HtmlWriter.Write(Compose(pack));

        Assert.DoesNotContain("#N/A", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "**",
            string.Concat(Compose(pack).AllBlocks().OfType<Paragraph>().Select(paragraph => paragraph.Text.Plain)),
            StringComparison.Ordinal);
    }

    internal static Document Compose(string sample, params string[] sections)
    {
        var pack = Samples.Read(sample);
        return ReportComposer.Compose(ReportBuilder.Build(pack, ReportBuilder.Definitions(pack)[0] with { Sections = sections }));
    }

    private static IEnumerable<string> Ids(Block block) => block switch
    {
        Section section => [section.Id.Id],
        Table table => table.Rows.Select(row => row.Id?.Id).OfType<string>().Prepend(table.Id.Id),
        ChartBlock chart => [chart.Chart.Id.Id],
        _ => [],
    };

    private static int Depth(Block block) => block switch
    {
        Section section => 1 + section.Blocks.Select(Depth).DefaultIfEmpty(0).Max(),
        _ => 0,
    };
}
