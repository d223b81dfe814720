using System.Net;
using System.Text;

namespace Quarterdeck.Documents.Tests.Html;

/// <summary>An element that was read, with the words directly or indirectly in it.</summary>
public sealed class HtmlElement(string name, HtmlElement? parent)
{
    public string Name { get; } = name;

    public HtmlElement? Parent { get; } = parent;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<HtmlElement> Children { get; } = [];

    public StringBuilder Words { get; } = new();

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    public IEnumerable<HtmlElement> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public HtmlElement? Child(string name) => Children.Find(child => child.Name == name);
}

/// <summary>Reads the strict HTML that our writer writes, and refuses everything else: every tag closed in order, every attribute quoted, no stray
/// markup.</summary>
public static class HtmlReader
{
    private static readonly string[] Void = ["meta", "br", "col", "img"];

    public static HtmlElement Read(string html)
    {
        const string Doctype = "<!doctype html>\n";
        Assert.StartsWith(Doctype, html, StringComparison.Ordinal);
        var root = new HtmlElement("#document", null);
        var open = root;
        var at = Doctype.Length;
        while (at < html.Length)
        {
            if (html[at] != '<')
            {
                var end = html.IndexOf('<', at);
                AddWords(open, html[at..(end < 0 ? html.Length : end)]);
                at = end < 0 ? html.Length : end;
                continue;
            }

            var close = html.IndexOf('>', at);
            Assert.True(close > at, $"A tag is not closed at {at}.");
            var tag = html[(at + 1)..close];
            at = close + 1;
            if (tag.StartsWith('/'))
            {
                Assert.Equal(open.Name, tag[1..]);
                open = open.Parent!;
                continue;
            }

            var empty = tag.EndsWith('/');
            var element = ReadTag(empty ? tag[..^1] : tag, open);
            open.Children.Add(element);
            if (element.Name == "style")
            {
                var end = html.IndexOf("</style", at, StringComparison.OrdinalIgnoreCase);
                element.Words.Append(html, at, end - at);
                at = end + "</style>".Length;
            }
            else if (!empty && !Void.Contains(element.Name))
            {
                open = element;
            }
        }

        Assert.Same(root, open);
        return root;
    }

    private static void AddWords(HtmlElement open, string raw)
    {
        Assert.DoesNotContain('>', raw);
        var words = WebUtility.HtmlDecode(raw);
        for (HtmlElement? element = open; element is not null; element = element.Parent)
        {
            element.Words.Append(words);
        }
    }

    private static HtmlElement ReadTag(string tag, HtmlElement parent)
    {
        var name = tag.Split(' ', '\n')[0];
        Assert.True(name.All(char.IsAsciiLetterOrDigit), $"'{name}' is not an element.");
        var element = new HtmlElement(name, parent);
        var at = name.Length;
        while (at < tag.Length)
        {
            Assert.Equal(' ', tag[at]);
            var equals = tag.IndexOf("=\"", at, StringComparison.Ordinal);
            if (equals < 0)
            {
                Assert.Fail($"An attribute of <{tag}> is not quoted.");
            }

            var quote = tag.IndexOf('"', equals + 2);
            Assert.True(quote > 0, $"An attribute of <{tag}> does not end.");
            Assert.True(element.Attributes.TryAdd(tag[(at + 1)..equals], WebUtility.HtmlDecode(tag[(equals + 2)..quote])), $"<{tag}> has an attribute twice.");
            at = quote + 1;
        }

        return element;
    }
}
