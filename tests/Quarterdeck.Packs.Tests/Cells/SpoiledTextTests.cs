using System.Text;
using Quarterdeck.Packs.Cells;

namespace Quarterdeck.Packs.Tests.Cells;

public sealed class SpoiledTextTests
{
    [Theory]
    [InlineData("Â£1,250", "£1,250")]
    [InlineData("April â€“ June", "April – June")]
    [InlineData("the councilâ€™s plan", "the council’s plan")]
    [InlineData("CafÃ©s", "Cafés")]
    [InlineData("â‚¬5", "€5")]
    [InlineData("LlÅ·n", "Llŷn")]
    public void Text_read_in_the_wrong_character_set_is_found_and_mended(string spoiled, string meant) => Assert.Equal(meant, SpoiledText.Mended(spoiled));

    [Theory]
    [InlineData("£1,250 – 5°C, café, Llŷn, €5")]
    [InlineData("CAFÉ »")]
    [InlineData("Âge, Ã, â, É")]
    [InlineData("")]
    public void Sound_text_is_left_alone(string text) => Assert.Null(SpoiledText.Mended(text));

    [Fact]
    public void Each_sign_councils_type_is_found_when_it_is_spoiled()
    {
        foreach (var sign in "£€é–—‘’“”…°½²ŵŷ•")
        {
            var spoiled = string.Concat(Encoding.UTF8.GetBytes(sign.ToString()).Select(Shown));
            Assert.Equal(sign.ToString(), SpoiledText.Mended(spoiled));
        }
    }

    private static char Shown(byte value) => value is >= 0x80 and <= 0x9F
        ? "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"[value - 0x80] : (char)value;
}
