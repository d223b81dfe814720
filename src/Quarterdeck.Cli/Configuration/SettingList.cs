using System.Globalization;
using System.Net;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Web.Branding;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Cli.Configuration;

/// <summary>Every setting of the site. A new one is a line here, and a line of the page docs/guide/configuration.md.</summary>
internal static class SettingList
{
    public const string Urls = "urls";
    /// <summary>Where a site answers when nothing says where.</summary>
    public const string UsualUrl = "http://localhost:5080";

    public const string Store = "store";
    public const string Organisation = "organisation";
    public const string Name = "name";
    public const string BarColour = "colour";
    public const string LinkColour = "link-colour";
    public const string CacheSeconds = "cache-seconds";
    public const string CacheMegabytes = "cache-megabytes";
    public const string PublicAddress = "public-address";
    public const string SearchLimit = "search-limit";
    public const string FileLimit = "file-limit";
    public const string Proxies = "proxies";
    public const string MostConnections = "most-connections";
    public const string HeaderSeconds = "header-seconds";
    public const string IdleSeconds = "idle-seconds";
    public const string LeastBytes = "least-bytes-per-second";
    public const string MailServer = "mail-server";
    public const string MailPort = "mail-port";
    public const string MailSecurity = "mail-security";
    public const string MailUser = "mail-user";
    public const string MailPasswordFile = "mail-password-file";
    public const string MailFrom = "mail-from";

    /// <summary>The password of the mail server: a variable and no flag, since flags are seen by everybody on the machine.</summary>
    public const string MailPasswordVariable = Setting.Prefix + "MAIL_PASSWORD";

    public const string SignInAuthority = "sign-in-authority";
    public const string SignInClient = "sign-in-client";
    public const string SignInSecretFile = "sign-in-secret-file";
    public const string SignInName = "sign-in-name";
    public const string SignInRequires = "sign-in-requires";

    /// <summary>The client secret: a variable and no flag, likewise.</summary>
    public const string SignInSecretVariable = Setting.Prefix + "SIGN_IN_SECRET";

    public const string LogFormat = "log-format";
    public const string LogLevel = "log-level";

    private static readonly WebsiteLimits Usual = new();

    public static IReadOnlyList<Setting> All { get; } =
    [
        new(Urls, "ADDRESS", "The addresses it answers on, with a semicolon between; port 0 takes a free one.") { Wrong = WrongAddress },
        new(
            Store,
            "STORE",
            "The store: a file, or postgresql://user@server/database, which may hold a password and is never printed.") { IsSecret = true, Wrong = Blank },
        new(Organisation, "CODE", "The organisation's code in a store of several.", "main") { Wrong = Blank },
        new(Name, "TEXT", "What stands in the bar at the top of each page, in place of the organisation's name.") { Wrong = Blank },
        new(
            BarColour,
            "COLOUR",
            "The colour of that bar and of rules, in place of the pack's brand.colour: a hash and six hexadecimal digits.") { Wrong = WrongColour },
        new(LinkColour, "COLOUR", "The colour of links.", WebsiteColours.Usual.Link.Hex) { Wrong = WrongColour },
        Number(
            CacheSeconds,
            "SECONDS",
            "For how many seconds a browser or a proxy may show an answer again without asking; 0 has every answer asked for.",
            Usual.CacheSeconds,
            0,
            86_400),
        Number(
            CacheMegabytes,
            "MEGABYTES",
            "How much memory finished public pages may take; 0 makes each page again for each visitor.",
            Usual.CacheMegabytes,
            0,
            100_000),
        new(
            PublicAddress,
            "URL",
            "Where people reach the website, such as https://performance.example.gov.uk: absolute links begin with it. Where nothing sets it, the "
            + "pack's setting public_address, or else the address listened on.")
            {
                Wrong = WrongPublicAddress
            },
        Number(SearchLimit, "COUNT", "How many searches one address may make in a minute; 0 sets no limit.", Usual.SearchesPerMinute, 0, 1_000_000),
        Number(
            FileLimit,
            "COUNT",
            "How many files that are made when asked for one address may have in a minute; 0 sets no limit.",
            Usual.FilesPerMinute,
            0,
            1_000_000),
        new(
            Proxies,
            "LIST",
            "Addresses or networks (10.0.0.0/8) of the proxies in front of it, with commas between. The visitor's address and scheme are taken from "
            + "what these say.",
            string.Empty) { Wrong = WrongProxies },
        Number(MostConnections, "COUNT", "How many connections may be open at once; more are turned away.", Usual.Connections, 10, 1_000_000),
        Number(HeaderSeconds, "SECONDS", "In how many seconds a request must have said what it wants.", Usual.HeaderSeconds, 1, 600),
        Number(IdleSeconds, "SECONDS", "After how many seconds a connection that asks for nothing is closed.", Usual.IdleSeconds, 1, 3_600),
        Number(
            LeastBytes,
            "BYTES",
            "How many bytes a second a reader must take, after five seconds, for the connection to be kept; 0 waits for ever.",
            Usual.LeastBytesPerSecond,
            0,
            1_000_000),
        new(MailServer, "NAME", "The mail server that tells people what is theirs to do; where nothing names one, nobody gets mail.") { Wrong = Blank },
        Number(MailPort, "PORT", "The port of the mail server.", 587, 1, 65_535),
        new(
            MailSecurity,
            "WAY",
            "How the connection to it is kept from others: starttls, tls from the start, or none, for a server on this computer.",
            "starttls") { Wrong = OneOf("starttls", "tls", "none") },
        new(
            MailUser,
            "NAME",
            $"Who signs in to it, where it asks. The password is in the environment variable {MailPasswordVariable}, or in a file.") { Wrong = Blank },
        new(MailPasswordFile, "FILE", "A file whose first line is the password of the mail server.") { Wrong = WrongPasswordFile },
        new(MailFrom, "ADDRESS", "The address that mails come from.") { Wrong = WrongMailAddress },
        new(
            SignInAuthority,
            "URL",
            "The council's own sign-in (OpenID Connect), such as https://login.microsoftonline.com/TENANT/v2.0. It must know the site by the "
            + "return address PUBLIC-ADDRESS/desk/sign-in/return.") { Wrong = WrongAuthority },
        new(
            SignInClient,
            "ID",
            $"How that sign-in knows this site. The client secret is in the environment variable {SignInSecretVariable}, or in a file.") { Wrong = Blank },
        new(SignInSecretFile, "FILE", "A file whose first line is the client secret of that sign-in.") { Wrong = WrongPasswordFile },
        new(SignInName, "TEXT", "What people call that sign-in, after 'your'.", CouncilSignIn.UsualName) { Wrong = Blank },
        new(
            SignInRequires,
            "METHOD",
            "What that sign-in must say it used (amr, or the whole acr), such as mfa; without it, that is left to the council.") { Wrong = Blank },
        new(LogFormat, "FORMAT", "How log lines are written on standard output: json or text.", "json") { Wrong = OneOf("json", "text") },
        new(
            LogLevel,
            "LEVEL",
            "From what on something is logged: information, warning or error.",
            "warning") { Wrong = OneOf("information", "warning", "error") },
    ];

    public static Setting Find(string name) => All.First(one => one.Name == name);

    /// <summary>How to mend a name that is none: the one that was meant, if one is near, or all there are.</summary>
    public static string Advice(string typed, IReadOnlyList<string> names) =>
        Spelling.Nearest(typed, names) is { } meant ? $"Did you mean '{meant}'?" : $"Take it out; there are {string.Join(", ", names)}.";

    /// <summary>The networks of a list that is right.</summary>
    public static IReadOnlyList<IPNetwork> Networks(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(one => Network(one)!.Value)];

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    private static Setting Number(string name, string helpName, string description, int fallback, int least, int most) =>
        new(name, helpName, description, fallback.ToString(CultureInfo.InvariantCulture))
        {
            Wrong = text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{text}' is no whole number from {least} to {most}. Write {fallback}, which is usual, or another."),
        };

    private static Func<string, string?> OneOf(params string[] values) =>
        text => values.Contains(text) ? null : $"'{text}' is not one of {string.Join(", ", values)}. Write {values[0]}.";

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? "It is empty. Write a value, or take the setting out." : null;

    private static string? WrongPasswordFile(string path) =>
        File.Exists(path) ? null : $"There is no file '{path}' that can be read. Name the file whose first line is the password.";

    /// <summary>Says why somebody cannot be written to, and how to write the address; null when they can.</summary>
    public static string? WrongMailAddress(string address) =>
        System.Net.Mail.MailAddress.TryCreate(address, out _) ? null : $"'{address}' is no e-mail address. Write one, such as performance@example.gov.uk.";

    private static string? WrongColour(string text) =>
        BrandColour.ContrastWithWhite(text) is null
            ? $"'{text}' is no colour. Write a hash and six hexadecimal digits, such as {WebsiteColours.Usual.Bar}."
            : null;

    private static string? WrongProxies(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(one => Network(one) is null) is { } wrong
            ? $"'{wrong}' is no address or network. Write 10.0.0.7, or 10.0.0.0/8, with commas between several." : null;

    private static string? WrongAddress(string urls)
    {
        var addresses = urls.Split(';', StringSplitOptions.RemoveEmptyEntries);
        return addresses.Length > 0 && Array.TrueForAll(addresses, address => Address(address) is not null) ? null
            : $"'{urls}' is no list of addresses. Write http://localhost:5080, or http://0.0.0.0:8080 to answer everybody.";
    }

    private static string? WrongPublicAddress(string address) =>
        Settings.IsPublicAddress(address)
            ? null
            : $"'{address}' is not the address of a website. Write its scheme and name alone, such as https://performance.example.gov.uk.";

    private static string? WrongAuthority(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? null
            : $"'{address}' is not the address of a sign-in. Write it with https, such as https://login.microsoftonline.com/TENANT/v2.0.";

    /// <summary>What is wrong with settings that are right by themselves; empty where nothing is.</summary>
    public static IEnumerable<string> Together(IReadOnlyDictionary<string, string?> values)
    {
        if (values[MailServer] is not null && values[MailFrom] is null)
        {
            yield return $"A mail server is named and no sender. Set {MailFrom} to the address that mails come from.";
        }

        if (values[SignInAuthority] is null != values[SignInClient] is null)
        {
            yield return $"'{SignInAuthority}' and '{SignInClient}' belong together, and only one of them is set. Set both, or take it out.";
        }
    }

    /// <summary>One address; null where it is none.</summary>
    public static Uri? Address(string address) =>
        Uri.TryCreate(address.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
