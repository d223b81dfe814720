using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class InertTextTests
{
    private const string Alphabet = "'=+-@\t\r\n\uFF1Da ";

    [Fact]
    public void Whatever_is_written_is_read_back_and_begins_with_nothing_a_spreadsheet_runs()
    {
        foreach (var text in Words(4))
        {
            var written = FormulaInjectionGuard.Write(text);

            Assert.Equal(text, FormulaInjectionGuard.Read(written));
            Assert.DoesNotContain(written.Length == 0 ? ' ' : written[0], "=+-@\t\r\n\uFF1D");
        }
    }

    [Theory]
    [InlineData("'quoted' words")]
    [InlineData("it's = fine")]
    [InlineData("a-b")]
    public void Ordinary_text_is_written_as_it_is(string text) => Assert.Equal(text, FormulaInjectionGuard.Write(text));

    private static IEnumerable<string> Words(int length) =>
        length == 0 ? [string.Empty] : Words(length - 1).SelectMany(word => Alphabet.Select(letter => word + letter).Append(word)).Distinct();
}
