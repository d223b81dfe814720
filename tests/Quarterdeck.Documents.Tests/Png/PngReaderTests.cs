using System.Text;
using Quarterdeck.Documents.Png;
using Quarterdeck.TestKit.Pictures;

namespace Quarterdeck.Documents.Tests.Png;

/// <summary>A PNG that somebody hands in is read whole or refused with a sentence; never anything between.</summary>
public sealed class PngReaderTests
{
    private const int Grey = 0;
    private const int Colour = 2;
    private const int Palette = 3;
    private const int GreyWithAlpha = 4;
    private const int ColourWithAlpha = 6;
    private const int Width = 7;
    private const int Height = 11;

    private static readonly byte[] Colours = [255, 0, 0, 0, 128, 0, 10, 20, 30, 250, 251, 252];
    private static readonly byte[] Opacities = [0, 128];

    [Theory]
    [InlineData(Grey, 1)]
    [InlineData(Colour, 3)]
    [InlineData(Palette, 1)]
    [InlineData(GreyWithAlpha, 2)]
    [InlineData(ColourWithAlpha, 4)]
    public void Every_kind_of_colour_is_read_through_every_filter_and_laid_on_white(int colours, int channels)
    {
        for (var filter = 0; filter <= 5; filter++)
        {
            var samples = Samples(colours, channels);
            var png = new TestPng().Head(Width, Height, colours);
            png = colours == Palette ? png.Chunk("PLTE", Colours).Chunk("tRNS", Opacities) : png;

            var picture = PngReader.Read(png.Rows(Filtered(samples, channels, filter)).End().Bytes).Picture;

            Assert.NotNull(picture);
            Assert.Equal((Width, Height), (picture.Width, picture.Height));
            Assert.Equal(Expected(samples, colours, channels), picture.Pixels.ToArray());
        }
    }

    [Theory]
    [InlineData(Grey, new byte[] { 0, 200, 200, 7 }, new byte[] { 0, 200 }, new byte[] { 255, 255, 255, 255, 255, 255, 7, 7, 7 })]
    [InlineData(Colour, new byte[] { 0, 1, 2, 3, 1, 2, 4, 9, 9, 9 }, new byte[] { 0, 1, 0, 2, 0, 3 }, new byte[] { 255, 255, 255, 1, 2, 4, 9, 9, 9 })]
    public void The_one_colour_that_is_not_there_becomes_white(int colours, byte[] row, byte[] transparent, byte[] pixels) =>
        Assert.Equal(pixels, PngReader.Read(new TestPng().Head(3, 1, colours).Chunk("tRNS", transparent).Rows(row).End().Bytes).Picture!.Pixels.ToArray());

    [Fact]
    public void What_is_kept_of_the_file_is_the_picture_and_no_word_beside_it()
    {
        var file = TestPng.Plain(20, 10, 1, 2, 3);
        Assert.Contains("Officer 7", Encoding.Latin1.GetString(file), StringComparison.Ordinal);

        var picture = PngReader.Read([.. file, .. Encoding.ASCII.GetBytes("Officer 7 after the end")]).Picture!;

        Assert.DoesNotContain("Officer 7", Encoding.Latin1.GetString(picture.File.Span), StringComparison.Ordinal);
        Assert.Equal(["IHDR", "IDAT", "IEND"], new PngFile(picture.File.ToArray()).Chunks);
        Assert.Equal(picture.Pixels.ToArray(), PngReader.Read(picture.File.Span).Picture!.Pixels.ToArray());
    }

    [Fact]
    public void Rows_may_lie_in_several_chunks()
    {
        var packed = TestPng.Packed([0, 1, 2, 3]);
        var png = new TestPng().Head(3, 1, Grey).Chunk("IDAT", packed[..2]).Chunk("IDAT", []).Chunk("IDAT", packed[2..]).End();
        Assert.Equal([1, 1, 1, 2, 2, 2, 3, 3, 3], PngReader.Read(png.Bytes).Picture!.Pixels.ToArray());
    }

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "not a PNG picture", [] },
        { "not a PNG picture", "GIF89a, or so it says"u8.ToArray() },
        { "larger than 2 MB", new byte[PngReader.MostBytes + 1] },
        { "ends early", new TestPng().Bytes },
        { "ends early", new TestPng().Head(1, 1, Grey).Bytes },
        { "ends early", [.. new TestPng().Head(1, 1, Grey).Bytes, 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT1234"u8] },
        { "one description", new TestPng().Chunk("tEXt", []).Bytes },
        { "one description", new TestPng().Head(1, 1, Grey).Head(1, 1, Grey).Bytes },
        { "wrong length", new TestPng().Chunk("IHDR", new byte[12]).Bytes },
        { "no width", new TestPng().Head(0, 1, Grey).Bytes },
        { "no width", new TestPng().Head(1, 0, Grey).Bytes },
        { "2001 by 1 pixels", new TestPng().Head(2001, 1, Grey).Bytes },
        { "1 by 2001 pixels", new TestPng().Head(1, 2001, Grey).Bytes },
        { "4294967295 by 1 pixels", new TestPng().Head(-1, 1, Grey).Bytes },
        { "16 bits a channel", new TestPng().Head(1, 1, Colour, bits: 16).Bytes },
        { "4 bits a channel", new TestPng().Head(1, 1, Palette, bits: 4).Bytes },
        { "kind of colour", new TestPng().Head(1, 1, 5).Bytes },
        { "interlaced", new TestPng().Head(1, 1, Grey, interlace: 1).Bytes },
        { "no picture in it", new TestPng().Head(1, 1, Grey).End().Bytes },
        { "wrong order", new TestPng().Head(1, 1, Grey).Chunk("PLTE", Colours).Bytes },
        { "wrong order", new TestPng().Head(1, 1, Palette).Rows([0, 0]).Bytes },
        { "wrong order", new TestPng().Head(1, 1, Palette).Chunk("PLTE", Colours).Chunk("PLTE", Colours).Bytes },
        { "wrong order", new TestPng().Head(1, 1, Grey).Rows([0, 0]).Chunk("tRNS", [0, 0]).Bytes },
        { "wrong order", new TestPng().Head(1, 1, Grey).Rows([0, 0]).Chunk("tEXt", []).Rows([0, 0]).Bytes },
        { "its palette has the wrong length", new TestPng().Head(1, 1, Palette).Chunk("PLTE", [1, 2]).Bytes },
        { "its palette has the wrong length", new TestPng().Head(1, 1, Palette).Chunk("PLTE", new byte[257 * 3]).Bytes },
        { "its transparency has the wrong length", new TestPng().Head(1, 1, Palette).Chunk("PLTE", [1, 2, 3]).Chunk("tRNS", [1, 2]).Bytes },
        { "its transparency has the wrong length", new TestPng().Head(1, 1, ColourWithAlpha).Chunk("tRNS", [1, 2]).Bytes },
        { "not in the palette", new TestPng().Head(1, 1, Palette).Chunk("PLTE", [1, 2, 3]).Rows([0, 1]).End().Bytes },
        { "filtered in a way", new TestPng().Head(1, 1, Grey).Rows([5, 1]).End().Bytes },
        { "cannot be unpacked", new TestPng().Head(2, 1, Grey).Rows([0, 1]).End().Bytes },
        { "cannot be unpacked", new TestPng().Head(1, 1, Grey).Chunk("IDAT", [1, 2, 3]).End().Bytes },
        { "more rows", new TestPng().Head(1, 1, Grey).Rows(new byte[100_000]).End().Bytes },
        { "needed to draw it", new TestPng().Head(1, 1, Grey).Chunk("CgBI", [1]).Rows([0, 0]).End().Bytes },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_is_refused_with_a_sentence(string says, byte[] file)
    {
        var reading = PngReader.Read(file);
        Assert.Null(reading.Picture);
        Assert.Contains(says, reading.Refusal, StringComparison.Ordinal);
        Assert.EndsWith(".", reading.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_or_with_any_byte_changed_is_refused()
    {
        var file = new TestPng().Head(Width, Height, Palette)
            .Chunk("PLTE", Colours)
            .Chunk("tRNS", Opacities)
            .Rows(Filtered(Samples(Palette, 1), 1, 4))
            .End().Bytes;
        Assert.NotNull(PngReader.Read(file).Picture);
        for (var at = 0; at < file.Length; at++)
        {
            Assert.NotNull(PngReader.Read(file.AsSpan(0, at)).Refusal);
            foreach (var change in new byte[] { 0x01, 0x20, 0x80, 0xFF })
            {
                var changed = file.ToArray();
                changed[at] ^= change;
                Assert.NotNull(PngReader.Read(changed).Refusal);
            }
        }
    }

    private static byte[] Samples(int colours, int channels)
    {
        var random = new Random(20251121);
        var samples = new byte[Width * Height * channels];
        random.NextBytes(samples);
        return colours == Palette ? [.. samples.Select(sample => (byte)(sample % (Colours.Length / 3)))] : samples;
    }

    /// <param name="samples">Row by row.</param>
    /// <param name="channels">Bytes a pixel.</param>
    /// <param name="filter">0 to 4 as the format numbers them; 5 takes them in turn.</param>
    private static byte[] Filtered(byte[] samples, int channels, int filter)
    {
        var length = Width * channels;
        var rows = new List<byte>();
        for (var y = 0; y < Height; y++)
        {
            var own = filter == 5 ? y % 5 : filter;
            rows.Add((byte)own);
            for (var x = 0; x < length; x++)
            {
                int At(int column, int row) => column < 0 || row < 0 ? 0 : samples[(row * length) + column];
                var (a, b, c) = (At(x - channels, y), At(x, y - 1), At(x - channels, y - 1));
                var paeth = new[] { a, b, c }.MinBy(near => Math.Abs(a + b - c - near));
                rows.Add((byte)((At(x, y) - new[] { 0, a, b, (a + b) / 2, paeth }[own]) & 255));
            }
        }

        return [.. rows];
    }

    private static byte[] Expected(byte[] samples, int colours, int channels)
    {
        var pixels = new List<byte>();
        foreach (var pixel in samples.Chunk(channels))
        {
            var (rgb, alpha) = colours switch
            {
                Grey => (new[] { pixel[0], pixel[0], pixel[0] }, 255),
                Colour => (pixel, 255),
                Palette => (Colours[(pixel[0] * 3)..((pixel[0] * 3) + 3)], pixel[0] < Opacities.Length ? Opacities[pixel[0]] : 255),
                GreyWithAlpha => (new[] { pixel[0], pixel[0], pixel[0] }, pixel[1]),
                _ => (pixel[..3], pixel[3]),
            };
            pixels.AddRange(rgb.Select(channel => (byte)decimal.Round(((channel * alpha) + (255m * (255 - alpha))) / 255, MidpointRounding.AwayFromZero)));
        }

        return [.. pixels];
    }
}
