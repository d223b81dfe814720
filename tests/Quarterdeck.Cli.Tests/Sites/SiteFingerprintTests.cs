using Quarterdeck.Cli.Sites;
using Quarterdeck.Documents.Tree;
using Quarterdeck.TestKit;

namespace Quarterdeck.Cli.Tests.Sites;

public sealed class SiteFingerprintTests
{
    private const string Indicators = "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n";

    private static readonly string Said = Of("88%", "It is well.");

    [Fact]
    public void The_same_pack_has_the_same() => Assert.Equal(Said, Of("88%", "It is well."));

    [Theory]
    [InlineData("89%", "It is well.")]
    [InlineData("88%", "It is not well.")]
    public void Another_figure_or_word_has_another(string value, string text) => Assert.NotEqual(Said, Of(value, text));

    private static string Of(string value, string text) => SiteFingerprint.Of(
        Packed.From(Indicators, $"results\nref,period,value\nK1,2025-10,{value}\n", $"commentary\nround,kind,text,refs\n2025-10,commentary,{text},K1\n"), Brand.None);
}
