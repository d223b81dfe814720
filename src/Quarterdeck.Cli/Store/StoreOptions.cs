using System.CommandLine;
using System.Globalization;
using Quarterdeck.App.Store;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Interchange.Packs;
using Quarterdeck.Storage;

namespace Quarterdeck.Cli.Store;

/// <summary>Which store a command works on, and whose rows in it.</summary>
internal sealed class StoreOptions
{
    /// <summary>Names the store where no option does.</summary>
    public const string Variable = "QUARTERDECK_STORE";

    private const string DefaultOrganisation = "main";

    public Option<string> Store { get; } = new("--store")
    {
        Description = $"The store: a file, or postgresql://user@server/database. Without it, what the environment variable {Variable} says, which keeps a password off the command line.",
        HelpName = "STORE",
    };

    public Option<string> Organisation { get; } = new("--organisation")
    {
        Description = "The organisation's code in a store of several.",
        HelpName = "CODE",
        DefaultValueFactory = _ => DefaultOrganisation,
    };

    /// <summary>Where the store asked for is; where none is named, says so.</summary>
    public StoreLocation? Location(ParseResult parsed, Terminal terminal)
    {
        var place = parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(place))
        {
            return StoreLocation.Of(place);
        }

        terminal.Error.WriteLine($"No store is named. Give one with --store, such as --store figures.db, or in the environment variable {Variable}.");
        return null;
    }

    /// <summary>Opens a store that is there.</summary>
    public async Task<IStore?> Open(ParseResult parsed, Terminal terminal, TimeProvider clock) =>
        Location(parsed, terminal) is { } location ? await location.Open(clock, QuarterdeckProgram.Version, makes: false) : null;

    public string OrganisationOf(ParseResult parsed) => parsed.GetRequiredValue(Organisation);

    public static (Pack? Pack, IReadOnlyList<Finding> Findings) Read(IEnumerable<PackRow> rows, string name)
    {
        var reading = PackRows.Read(rows, name);
        return (reading.Pack, reading.Findings);
    }

    /// <summary>A moment as typed: with its offset, or UTC; a day alone is its end.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && text.Contains('T', StringComparison.Ordinal) ? moment
        : null;
}
