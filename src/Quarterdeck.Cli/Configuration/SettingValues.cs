using System.Globalization;
using Microsoft.Extensions.Logging;
using Quarterdeck.Cli.Output;
using Quarterdeck.Documents.Tree;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Cli.Configuration;

/// <summary>The settings in force, each known to be right.</summary>
/// <param name="values">By the names of settings.</param>
/// <param name="environment">The variables of the process: the standard ones of OpenTelemetry are read by the site.</param>
internal sealed class SettingValues(IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, string> environment)
{
    public string Urls => values[SettingList.Urls]!;

    /// <summary>Null where none is named. May hold a password.</summary>
    public string? Store => values[SettingList.Store];

    public string Organisation => values[SettingList.Organisation]!;

    /// <summary>The mail server; null where none is named. Where one is named without its sender, the error says so.</summary>
    public MailOptions? ToMail() => values[SettingList.MailServer] is not { } server ? null
        : new MailOptions(
            server,
            Number(SettingList.MailPort),
            Enum.Parse<MailSecurity>(values[SettingList.MailSecurity]!, ignoreCase: true),
            values[SettingList.MailFrom] ?? string.Empty)
        {
            User = values[SettingList.MailUser],
            Password = Secret(SettingList.MailPasswordVariable, SettingList.MailPasswordFile) ?? string.Empty,
        };

    /// <summary>How the site is served by them.</summary>
    public WebsiteOptions ToWebsite() => new(Urls, ProgramVersion.Current)
    {
        Name = values[SettingList.Name],
        PublicAddress = values[SettingList.PublicAddress]?.TrimEnd('/'),
        BarColour = values[SettingList.BarColour] is { } bar ? Colour.Parse(bar) : null,
        LinkColour = Colour.Parse(values[SettingList.LinkColour]!),
        Limits = new WebsiteLimits
        {
            CacheSeconds = Number(SettingList.CacheSeconds),
            CacheMegabytes = Number(SettingList.CacheMegabytes),
            SearchesPerMinute = Number(SettingList.SearchLimit),
            FilesPerMinute = Number(SettingList.FileLimit),
            Connections = Number(SettingList.MostConnections),
            HeaderSeconds = Number(SettingList.HeaderSeconds),
            IdleSeconds = Number(SettingList.IdleSeconds),
            LeastBytesPerSecond = Number(SettingList.LeastBytes),
        },
        Proxies = SettingList.Networks(values[SettingList.Proxies]!),
        Environment = environment,
        LogsJson = values[SettingList.LogFormat] == "json",
        LogLevel = Enum.Parse<LogLevel>(values[SettingList.LogLevel]!, ignoreCase: true),
    };

    /// <summary>The council's own sign-in; null where there is none.</summary>
    public CouncilSignIn? ToSignIn() => values[SettingList.SignInAuthority] is not { } authority ? null
        : new CouncilSignIn(
            new Uri(authority),
            values[SettingList.SignInClient]!,
            Secret(SettingList.SignInSecretVariable, SettingList.SignInSecretFile),
            values[SettingList.SignInName]!,
            values[SettingList.SignInRequires]);

    /// <summary>What a variable holds, or the first line of a file; null where neither is set.</summary>
    private string? Secret(string variable, string file) => environment.GetValueOrDefault(variable)
        ?? (values[file] is { } path ? File.ReadLines(path).FirstOrDefault() ?? string.Empty : null);

    private int Number(string name) => int.Parse(values[name]!, CultureInfo.InvariantCulture);
}
