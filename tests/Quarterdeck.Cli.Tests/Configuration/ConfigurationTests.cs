using System.Text.RegularExpressions;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Configuration;

/// <summary>Settings by file, environment and flag.</summary>
public sealed partial class ConfigurationTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_guide_explains_every_setting_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Samples.Repository, "docs", "guide", "configuration.md"));
        var explained = Row()
            .Matches(page)
            .Select(match => (Name: match.Groups[1].Value, Variable: match.Groups[2].Value, Usual: match.Groups[3].Value.Trim('`', ' ')))
            .ToList();

        Assert.Equal(SettingList.All.Select(one => (one.Name, one.Variable)).Order(), explained.Select(one => (one.Name, one.Variable)).Order());
        Assert.All(explained, one => Assert.True(
            SettingList.Find(one.Name).Fallback is not { Length: > 0 } usual || one.Usual == usual,
            $"{one.Name} is usually {SettingList.Find(one.Name).Fallback}, not {one.Usual}."));
    }

    [Fact]
    public void The_help_explains_every_setting()
    {
        var help = QuarterdeckInProcess.Run(["serve", "--help"]).Data;

        Assert.All(SettingList.All, one => Assert.Contains(one.Flag, help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"serch-limit\": 1}", "has the key 'serch-limit', which is no setting. Did you mean 'search-limit'?")]
    [InlineData("{\"zzzzzzzzz\": 1}", "which is no setting. Take it out; there are urls, store,")]
    [InlineData("{\"urls\": true}", "gives 'urls' no text, number or list of texts")]
    [InlineData("{\"urls\": \"nonsense\"}", "own.json' is wrong. 'nonsense' is no list of addresses. Write http://localhost:5080")]
    [InlineData("{\"idle-seconds\": 0}", "'0' is no whole number from 1 to 3600. Write 60")]
    [InlineData("{\"idle-seconds\": 1.5}", "'1.5' is no whole number")]
    [InlineData("{\"log-level\": \"loud\"}", "'loud' is not one of information, warning, error")]
    [InlineData("{\"proxies\": [\"10.0.0.0/8\", \"here\"]}", "'here' is no address or network. Write 10.0.0.7")]
    [InlineData("{\"colour\": \"red\"}", "'red' is no colour. Write a hash and six hexadecimal digits")]
    [InlineData("{\"urls\": \"http://localhost:1\", \"urls\": \"http://localhost:2\"}", "has the key 'urls' twice")]
    [InlineData("[]", "is not an object")]
    [InlineData("{\n  \"urls\" \"x\"}", "is not JSON: line 2")]
    public void A_wrong_file_is_refused_with_the_place_and_how_to_mend_it(string file, string says)
    {
        File.WriteAllText(_folder["own.json"], file);
        var answer = QuarterdeckInProcess.Run(["serve", Samples.Folder(Samples.Latest), "--settings", _folder["own.json"]]);

        Assert.Equal(2, answer.Exit);
        Assert.Contains(says, answer.Said, StringComparison.Ordinal);
        Assert.Contains("own.json", answer.Said, StringComparison.Ordinal);
        Assert.Empty(answer.Data);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_a_password_never()
    {
        File.WriteAllText(_folder["own.json"], "{\"store\": \"postgresql://u:hunter2@\", \"log-level\": \"loud\", \"store \": \"postgresql://u:hunter2@\"}");
        var variables = new Dictionary<string, string?>
        {
            ["QUARTERDECK_STORE"] = "postgresql://u:hunter2@[",
            ["QUARTERDECK_URL"] = "x",
            ["QUARTERDECK_SETTINGS"] = _folder["own.json"]
        };
        var answer = QuarterdeckProcess.RunAs(variables, null, "serve", "--idle-seconds", "x");

        Assert.Equal(2, answer.Exit);
        Assert.Contains("The environment variable QUARTERDECK_URL is no setting. Did you mean 'QUARTERDECK_URLS'?", answer.Said, StringComparison.Ordinal);
        Assert.Contains("--idle-seconds is wrong.", answer.Said, StringComparison.Ordinal);
        Assert.Contains("'log-level'", answer.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", answer.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10", "20", "30", 30)]
    [InlineData("10", "20", null, 20)]
    [InlineData("10", null, null, 10)]
    [InlineData(null, null, null, 60)]
    public async Task Flags_win_over_the_environment_and_that_over_the_file(string? file, string? variable, string? flag, int seconds)
    {
        File.WriteAllText(_folder["own.json"], file is null ? "{ /* nothing */ }" : $"{{\"cache-seconds\": {file},}}");
        string[] args = [
            "serve",
            Samples.Folder(Samples.First),
            "--settings",
            "own.json",
            "--urls",
            "http://127.0.0.1:0",
            .. flag is null ? Array.Empty<string>() : ["--cache-seconds", flag]
        ];
        using var running = RunningQuarterdeck.StartIn(_folder.Path, new Dictionary<string, string?> { ["QUARTERDECK_CACHE_SECONDS"] = variable }, args);
        using var answer = await running.Reader.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(seconds), answer.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public void A_store_named_nowhere_is_asked_for()
    {
        var answer = QuarterdeckProcess.RunIn(_folder.Path, "serve");

        Assert.Equal(2, answer.Exit);
        Assert.Contains("No store is named", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_that_cannot_be_read_keep_the_site_from_starting()
    {
        var answer = QuarterdeckProcess.RunIn(_folder.Path, "serve", Samples.Folder(Samples.First), "--urls", "http://127.0.0.1:0", "--link-colour", "#ff9900");

        Assert.Equal(2, answer.Exit);
        Assert.Matches(
            @"The colour of links, #ff9900, has a contrast of 2\.\d\d to 1 on white, #ffffff; it needs 4\.5 to 1\. The nearest of its hue that would do is #[0-9a-f]{6}\.",
            answer.Said);
        Assert.Empty(answer.Data);
    }

    [GeneratedRegex(@"^\| `([a-z-]+)` \| `(QUARTERDECK_[A-Z_]+)` \| ([^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
