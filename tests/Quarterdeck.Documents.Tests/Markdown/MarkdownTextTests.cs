using Quarterdeck.Documents.Markdown;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Tests.Markdown;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("Plain words.", "p:Plain words.")]
    [InlineData("One\nline.", "p:One line.")]
    [InlineData("One.\n\nTwo.", "p:One.|p:Two.")]
    [InlineData("One.\r\n\r\n\r\nTwo.", "p:One.|p:Two.")]
    [InlineData("**Bold** and **more**.", "p:<b>Bold</b> and <b>more</b>.")]
    [InlineData("- one\n- two", "ul:one,two")]
    [InlineData("* one\n* two", "ul:one,two")]
    [InlineData("1. one\n2. two", "ol:one,two")]
    [InlineData("Text:\n- one\n- two\n\nAfter.", "p:Text:|ul:one,two|p:After.")]
    [InlineData("- one\n  - inner\n- two", "ul:one[inner],two")]
    [InlineData("- one\n  continued", "ul:one continued")]
    [InlineData("- one\n1. two", "ul:one|ol:two")]
    [InlineData("  - one\n- two", "ul:one,two")]
    [InlineData("[words](https://example.org/a)", "p:<a https://example.org/a>words</a>")]
    [InlineData("[**words**](https://example.org/)", "p:<a https://example.org/><b>words</b></a>")]
    [InlineData("[a](https://example.org/x_(y))", "p:<a https://example.org/x_(y)>a</a>")]
    [InlineData("See [words](#).", "p:See words.")]
    [InlineData("[words](javascript:alert(1))", "p:words")]
    [InlineData("[words](file:///etc/passwd)", "p:words")]
    public void The_subset_is_read(string typed, string read) => Assert.Equal(read, Say(MarkdownText.Blocks(typed)));

    [Theory]
    [InlineData("# Not a heading")]
    [InlineData("<b>not markup</b>")]
    [InlineData("2 * 3 * 4")]
    [InlineData("2**3 and 4 **")]
    [InlineData("** spaced **")]
    [InlineData("****")]
    [InlineData("[no link] (here)")]
    [InlineData("[]()")]
    [InlineData("[open](https://example.org")]
    [InlineData("snake_case_words and `code`")]
    [InlineData("-5% is a number")]
    [InlineData("2025. was a year")]
    public void Anything_else_is_shown_as_typed(string typed) => Assert.Equal("p:" + typed, Say(MarkdownText.Blocks(typed)));

    [Theory]
    [InlineData("", "")]
    [InlineData("One.\n\nTwo.", "One.\nTwo.")]
    [InlineData("Text:\n- one\n- two", "Text:\none\ntwo")]
    public void Where_there_is_no_room_for_blocks_they_are_lines(string typed, string plain) => Assert.Equal(plain, MarkdownText.Inlines(typed).Plain);

    [Fact]
    public void A_long_run_of_brackets_and_stars_is_read_in_time()
    {
        var typed = new string('[', 20000) + string.Concat(Enumerable.Repeat("**a", 20000)) + new string(']', 20000);

        Assert.NotEmpty(MarkdownText.Blocks(typed));
    }

    private static string Say(IEnumerable<Block> blocks) => string.Join('|', blocks.Select(block => block switch
    {
        Paragraph paragraph => "p:" + Say(paragraph.Text),
        ItemList list => (list.Kind == ListKind.Bullets ? "ul:" : "ol:") + string.Join(',', list.Items.Select(item =>
            Say(item.Text) + (item.Nested.Count > 0 ? $"[{string.Join(',', item.Nested.Select(Say))}]" : string.Empty))),
        _ => throw new InvalidOperationException("Markdown gives paragraphs and lists."),
    }));

    private static string Say(RichText text) => string.Concat(text.Runs.Select(run => run switch
    {
        Words words => words.Value,
        Strong strong => $"<b>{Say(strong.Text)}</b>",
        LinkInline { Target: LinkTarget.Address address } link => $"<a {address.Value}>{Say(link.Text)}</a>",
        _ => throw new InvalidOperationException("Markdown gives words, bold and links."),
    }));
}
