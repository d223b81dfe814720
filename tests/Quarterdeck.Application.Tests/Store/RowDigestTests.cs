using Quarterdeck.Application.Store;
using Quarterdeck.Packs.Reading;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Store;

public sealed class RowDigestTests
{
    private const string Indicators = "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n";

    private static readonly string Said = Of("88%", "It is well.", [1, 2]);

    [Fact]
    public void The_same_rows_and_files_have_the_same() => Assert.Equal(Said, Of("88%", "It is well.", [1, 2]));

    [Theory]
    [InlineData("89%", "It is well.", new byte[] { 1, 2 })]
    [InlineData("88%", "It is not well.", new byte[] { 1, 2 })]
    [InlineData("88%", "It is well.", new byte[] { 1, 3 })]
    public void Another_figure_word_or_file_has_another(string value, string text, byte[] logo) => Assert.NotEqual(Said, Of(value, text, logo));

    private static string Of(string value, string text, byte[] logo) => RowDigest.Of(
        PackRows.Of(
            Packed.From(Indicators, $"results\nref,period,value\nK1,2025-10,{value}\n", $"commentary\nround,kind,text,refs\n2025-10,commentary,{text},K1\n")),
        [new StoredFile("logo.png", logo)]);
}
