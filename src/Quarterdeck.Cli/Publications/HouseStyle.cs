using Quarterdeck.Cli.Terminals;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Cli.Publications;

/// <summary>The look of a pack's documents, from its settings and the logo beside its tables.</summary>
internal static class HouseStyle
{
    private const string Mend = "Save the logo again as an ordinary PNG (8 bits a channel, not interlaced, at most 2 MB and 2000 by 2000 pixels) and publish again.";

    /// <param name="pack">The pack.</param>
    /// <param name="path">Where it was read: its folder, or its file, beside which the logo lies.</param>
    /// <returns>The look, and why the logo is not in it where it should be.</returns>
    public static (Brand Brand, IReadOnlyList<Finding> Findings) Of(Pack pack, string path)
    {
        var settings = pack.Settings;
        var brand = new Brand
        {
            Accent = settings.BrandColour is { } colour ? Colour.Parse(colour) : null,
            WordFont = settings.BrandFont,
        };
        if (settings.BrandLogo is not { } name)
        {
            return (brand, []);
        }

        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
        {
            return (brand, [Missing(settings, name, file)]);
        }

        var reading = Read(file);
        return reading.Picture is { } picture
            ? (brand with { Logo = new Logo(picture, settings.BrandLogoAlt) }, [])
            : (brand, [About(settings, name, "logo-unreadable", $"The logo '{file}' is left out. {reading.Refusal}", Mend)]);
    }

    /// <summary>A line each, on standard error: what is published is not as it was meant, and is published all the same.</summary>
    public static void Tell(Terminal terminal, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            terminal.Error.WriteLine($"warning: {finding.Message} {finding.Remedy}");
        }
    }

    private static PngReading Read(string file)
    {
        try
        {
            // One byte more than is allowed, whatever the file says of its length: it may not be an ordinary file.
            using var stream = File.OpenRead(file);
            var content = new byte[PngReader.MostBytes + 1];
            return PngReader.Read(content.AsSpan(0, stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new PngReading(null, problem.Message);
        }
    }

    private static Finding Missing(Settings settings, string name, string file) => About(
        settings,
        name,
        "missing-logo",
        $"The logo is left out: there is no file '{file}'.",
        $"Put {name} there (capital letters count), or take brand.logo out of the settings.");

    private static Finding About(Settings settings, string name, string code, string message, string remedy) => new(code, Severity.Warning, message, remedy)
    {
        File = "settings",
        Row = settings.Rows.First(row => row.Key == "brand.logo").At is { Row: > 0 } at ? at.Row : null,
        Column = "value",
        Value = name,
    };
}
