using System.Globalization;
using Quarterdeck.Documents.Pdf;

namespace Quarterdeck.Documents.Tests.Pdf;

public sealed class PdfObjectTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0004, "0")]
    [InlineData(-0.0005, "-0.001")]
    [InlineData(0.5, "0.5")]
    [InlineData(12.34, "12.34")]
    [InlineData(0.045, "0.045")]
    [InlineData(-1.1, "-1.1")]
    [InlineData(841.8898, "841.89")]
    [InlineData(1999.9996, "2000")]
    [InlineData(123456789.125, "123456789.125")]
    public void A_number_has_three_places_at_most_and_no_zeros_at_its_end(double value, string text) => Assert.Equal(text, PdfObject.Number(value));

    [Fact]
    public void Numbers_are_written_as_the_runtime_would_write_them()
    {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 8));
            var rounded = Math.Round(value, 3, MidpointRounding.AwayFromZero).ToString("0.###", CultureInfo.InvariantCulture);
            Assert.Equal(rounded == "-0" ? "0" : rounded, PdfObject.Number(value));
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e12)]
    public void What_is_no_place_on_a_page_is_a_bug(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => PdfObject.Number(value));
}
