namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>The settings that open data carries: where the organisation's days begin, and under which licence the data may be used.</summary>
public sealed class OpenDataSettingsTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("time_zone", "Europe/London")]
    [InlineData("time_zone", "America/St_Johns")]
    [InlineData("licence", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")]
    public void A_sound_value_is_taken_without_a_word(string key, string value)
    {
        var reading = _scratch.With(("settings", $"key,value\n{key},{value}\n")).Read();

        Assert.Empty(reading.Findings);
        Assert.Equal(key == "licence" ? value : null, reading.Pack!.Settings.Licence);
        Assert.Equal(key == "time_zone" ? value : "Europe/London", reading.Pack.Settings.FindTimeZone()!.Id);
    }

    [Theory]
    [InlineData("time_zone", "London", "not-a-time-zone")]
    [InlineData("time_zone", "GMT+1:30", "not-a-time-zone")]
    [InlineData("licence", "OGL", "not-an-address")]
    [InlineData("licence", "file:///licence.txt", "not-an-address")]
    public void Any_other_is_refused_with_what_would_fit(string key, string value, string code)
    {
        var finding = Scratch.Only(_scratch.With(("settings", $"key,value\n{key},{value}\n")).Read());

        Assert.Equal((code, value), (finding.Code, finding.Value));
    }
}
