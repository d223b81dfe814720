namespace Quarterdeck.Cli.Configuration;

/// <summary>Something of the site that whoever runs it decides: a key of the settings file, an environment variable and a flag of one name.</summary>
/// <param name="Name">As in the file and on the command line: <c>search-limit</c>.</param>
/// <param name="HelpName">What its value is, in capitals.</param>
/// <param name="Description">What it decides, with its unit.</param>
/// <param name="Fallback">Its value where nobody sets it; null where there is none.</param>
internal sealed record Setting(string Name, string HelpName, string Description, string? Fallback = null)
{
    public const string Prefix = "QUARTERDECK_";

    /// <summary>Says why a value cannot be, and how to write it; null when it can.</summary>
    public Func<string, string?> Wrong { get; init; } = _ => null;

    /// <summary>Whether its value may hold a password, and is never repeated.</summary>
    public bool IsSecret { get; init; }

    public string Flag => "--" + Name;

    public string Variable => Prefix + Name.Replace('-', '_').ToUpperInvariant();
}
