using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>The same pack gives the same bytes in every file, whatever the machine thinks the time, the place and the language are.</summary>
public sealed class SameBytesTests
{
    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void Another_time_zone_and_another_language_change_no_byte(string sample)
    {
        using var folder = new TemporaryPack();
        var settings = WithCultures(folder["cultures.json"]);

        var plain = Published(sample, folder["plain"], null, "UTC", "C");
        var german = Published(sample, folder["german"], settings, "Pacific/Auckland", "de_DE.UTF-8");
        var welsh = Published(sample, folder["welsh"], settings, "America/New_York", "cy_GB.UTF-8");

        Assert.True(plain.Count > 7);
        Assert.Equal(plain, german);
        Assert.Equal(plain, welsh);
    }

    /// <summary>The program asks for a runtime without cultures. Its files must not lean on that, so here they are given back to it.</summary>
    private static string WithCultures(string path)
    {
        var settings = JsonNode.Parse(File.ReadAllText(QuarterdeckProcess.RuntimeSettings))!;
        settings["runtimeOptions"]!["configProperties"]!.AsObject().Remove("System.Globalization.Invariant");
        File.WriteAllText(path, settings.ToJsonString());
        return path;
    }

    /// <summary>Every file by name with its fingerprint, the manifest included.</summary>
    private static SortedDictionary<string, string> Published(string sample, string to, string? settings, string timeZone, string language)
    {
        var answer = QuarterdeckProcess.RunAs(
            new Dictionary<string, string?>
            {
                ["TZ"] = timeZone,
                ["LANG"] = language,
                ["LC_ALL"] = language,
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = null,
            },
            settings,
            "publish", Samples.Folder(sample), "--out", to);
        Assert.SkipWhen(
            answer.Said.Contains("ICU package", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CI") is not "true",
            "The library 'libicu' is not installed here: without it a runtime knows no cultures.");
        Assert.True(answer.Exit == 0, answer.Said);
        return new SortedDictionary<string, string>(
            Directory.GetFiles(to, "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(to, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
            StringComparer.Ordinal);
    }
}
