using Quarterdeck.Application.Abstractions;
using Quarterdeck.Cli.Output;
using Quarterdeck.Documents.Png;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Cli.Formats;

/// <summary>The look of a pack's documents, from its settings and the logo beside its tables.</summary>
internal static class HouseStyle
{
    private const string Mend =
        "Save the logo again as an ordinary PNG (8 bits a channel, not interlaced, at most 2 MB and 2000 by 2000 pixels) and publish again.";

    /// <param name="pack">The pack.</param>
    /// <param name="files">The files beside it, such as its logo.</param>
    /// <returns>The look, and why the logo is not in it where it should be.</returns>
    public static (Brand Brand, IReadOnlyList<Finding> Findings) Of(Pack pack, IPackFiles files)
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

        if (Read(files, name) is not { } reading)
        {
            return (brand, [Missing(settings, name, files)]);
        }

        return reading.Picture is { } picture
            ? (brand with { Logo = new Logo(picture, settings.BrandLogoAlt) }, [])
            : (brand, [About(settings, name, "logo-unreadable", $"The logo {files.PlaceOf(name)} is left out. {reading.Refusal}", Mend)]);
    }

    /// <summary>A line each, on standard error: what is published is not as it was meant, and is published all the same.</summary>
    public static void Tell(Terminal terminal, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            terminal.Error.WriteLine($"warning: {finding.Message} {finding.Remedy}");
        }
    }

    private static PngReading? Read(IPackFiles files, string name)
    {
        try
        {
            // One byte more than is allowed, to recognise a file that is too long.
            return files.Read(name, PngReader.MostBytes + 1) is { } content ? PngReader.Read(content.Span) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new PngReading(null, problem.Message);
        }
    }

    private static Finding Missing(Settings settings, string name, IPackFiles files) => About(
        settings,
        name,
        "missing-logo",
        $"The logo is left out: there is no file {files.PlaceOf(name)}.",
        $"{files.HowToAdd(name)}, or remove brand.logo from the settings.");

    private static Finding About(Settings settings, string name, string code, string message, string remedy) => new(code, Severity.Warning, message, remedy)
    {
        File = "settings",
        Row = settings.Rows.First(row => row.Key == "brand.logo").At is { Row: > 0 } at ? at.Row : null,
        Column = "value",
        Value = name,
    };
}
