using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Packs.Tests.Cells;

/// <summary>What the settings may say about the organisation's own look.</summary>
public sealed class BrandTextTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("brand.colour", "#12436d")]
    [InlineData("brand.colour", "#00703C")]
    [InlineData("brand.colour", "#767676")]
    [InlineData("brand.font", "Gill Sans MT")]
    [InlineData("brand.font", "Source Sans 3")]
    [InlineData("brand.logo", "logo.png")]
    [InlineData("brand.logo", "Arms of the council - 2025_v2.PNG")]
    [InlineData("brand.logo", "arfbais tŷ.png")]
    [InlineData("brand.logo_alt", "Arms of <Test> Council")]
    [InlineData("Brand.Logo Alt", "Arms of Test Council")]
    public void A_sound_value_is_taken_without_a_word(string key, string value)
    {
        var reading = _scratch.With(("settings", $"key,value\norganisation,Test Council\n{key},{value}\n")).Read();

        Assert.Empty(reading.Findings);
        var settings = reading.Pack!.Settings;
        Assert.Equal(value, key switch
        {
            "brand.colour" => settings.BrandColour,
            "brand.font" => settings.BrandFont,
            "brand.logo" => settings.BrandLogo,
            _ => settings.BrandLogoAlt,
        });
    }

    [Theory]
    [InlineData("brand.colour", "teal", "not-a-colour")]
    [InlineData("brand.colour", "#12436", "not-a-colour")]
    [InlineData("brand.colour", "12436dd", "not-a-colour")]
    [InlineData("brand.colour", "#12 36d", "not-a-colour")]
    [InlineData("brand.colour", "#12436d;}", "not-a-colour")]
    [InlineData("brand.colour", "#-2436d", "not-a-colour")]
    [InlineData("brand.colour", "#777777", "low-contrast")]
    [InlineData("brand.colour", "#ffcc00", "low-contrast")]
    [InlineData("brand.font", "Arial;} body{color:red", "not-a-font-name")]
    [InlineData("brand.font", "\"Arial, Helvetica\"", "not-a-font-name")]
    [InlineData("brand.font", "Garamond\"\"", "not-a-font-name")]
    [InlineData("brand.font", "A font with a name of more than sixty letters is not to be found", "not-a-font-name")]
    [InlineData("brand.logo", "../logo.png", "not-a-logo-name")]
    [InlineData("brand.logo", "pictures/logo.png", "not-a-logo-name")]
    [InlineData("brand.logo", "pictures\\logo.png", "not-a-logo-name")]
    [InlineData("brand.logo", "/etc/logo.png", "not-a-logo-name")]
    [InlineData("brand.logo", "C:logo.png", "not-a-logo-name")]
    [InlineData("brand.logo", ".png", "not-a-logo-name")]
    [InlineData("brand.logo", "..png", "not-a-logo-name")]
    [InlineData("brand.logo", "logo.svg", "not-a-logo-name")]
    [InlineData("brand.logo", "logo", "not-a-logo-name")]
    public void Anything_else_refuses_the_pack_and_says_where_and_what_to_write(string key, string value, string code)
    {
        var reading = _scratch.With(("settings", $"key,value\norganisation,Test Council\n{key},{value}\n")).Read();

        Assert.Null(reading.Pack);
        var finding = Scratch.Only(reading);
        Assert.Equal((code, Severity.Error, 3, "value"), (finding.Code, finding.Severity, finding.Row, finding.Column));
        Assert.NotEmpty(finding.Remedy);
    }

    [Theory]
    [InlineData("#777777", "4.47")]
    [InlineData("#ffcc00", "1.51")]
    [InlineData("#ffffff", "1.00")]
    [InlineData("#008946", "4.49")]
    public void A_colour_that_is_too_pale_is_told_the_contrast_it_has(string colour, string contrast)
    {
        var finding = Scratch.Only(_scratch.With(("settings", $"key,value\nbrand.colour,{colour}\n")).Read());
        Assert.Contains($"has a contrast of {contrast} to 1 with white", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_speaks_for_the_organisation_where_no_words_are_given() =>
        Assert.Equal("Test Council", _scratch.With().Read().Pack!.Settings.BrandLogoAlt);

    [Fact]
    public void A_slip_in_the_name_of_a_setting_is_told_with_the_likely_one()
    {
        var finding = Scratch.Only(_scratch.With(("settings", "key,value\nbrand.color,#12436d\n")).Read());
        Assert.Equal("unknown-setting", finding.Code);
        Assert.Contains("brand.colour", finding.Remedy, StringComparison.Ordinal);
    }
}
