using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Storage;

namespace Quarterdeck.Cli.Input;

/// <summary>Which store a command works on, and whose rows in it.</summary>
internal sealed class StoreOptions
{
    /// <summary>Names the store where no option does.</summary>
    public const string Variable = "QUARTERDECK_STORE";

    private const string DefaultOrganisation = "main";

    public Option<string> Store { get; } = new("--store")
    {
        Description =
            $"The store: a file, or postgresql://user@server/database. Without it, the environment variable {Variable} is used, which keeps a "
                + $"password off the command line.",
        HelpName = "STORE",
    };

    public Option<string> Organisation { get; } = new("--organisation")
    {
        Description = "The organisation's code, in a store of several organisations.",
        HelpName = "CODE",
        DefaultValueFactory = _ => DefaultOrganisation,
    };

    private (string? Store, string Organisation)? _settled;

    /// <summary>Says which store and organisation are meant, for a command that has read them from elsewhere too.</summary>
    public void Settle(string? store, string organisation) => _settled = (store, organisation);

    /// <summary>Whether an option or the environment names one.</summary>
    public bool IsNamed(CommandResult parsed) => !string.IsNullOrWhiteSpace(parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(Variable));

    /// <summary>Where the store is. If none is named, prints a message.</summary>
    public StoreLocation? Location(ParseResult parsed, Terminal terminal)
    {
        var place = PlaceOf(parsed);
        if (!string.IsNullOrWhiteSpace(place))
        {
            return StoreLocation.Of(place);
        }

        terminal.Error.WriteLine($"No store is named. Give one with --store, such as --store figures.db, or in the environment variable {Variable}.");
        return null;
    }

    /// <summary>Whether the store asked for is on a server, which is reached over the network.</summary>
    public bool IsServer(ParseResult parsed) => PlaceOf(parsed) is { } place && !string.IsNullOrWhiteSpace(place) && StoreLocation.Of(place).File is null;

    /// <summary>Opens a store that is there.</summary>
    public async Task<IStore?> OpenAsync(ParseResult parsed, Terminal terminal, TimeProvider clock) =>
        Location(parsed, terminal) is { } location ? await location.OpenAsync(clock, ProgramVersion.Current, makes: false) : null;

    private string? PlaceOf(ParseResult parsed) =>
        _settled is { } settled ? settled.Store : parsed.GetValue(Store) ?? Environment.GetEnvironmentVariable(Variable);

    public string OrganisationOf(ParseResult parsed) => _settled?.Organisation ?? parsed.GetRequiredValue(Organisation);

    /// <summary>The formats of documents in the house style a store keeps.</summary>
    public static IReadOnlyList<ReportFormat> FormatsOf(Pack pack, StoredState state) => ReportStyles.Instance.Read(pack, new FilesInStore(state)).Formats;

    /// <summary>A moment as typed: with its offset, or UTC; a day alone is its end.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day, TimeOnly.MaxValue, TimeSpan.Zero)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            && text.Contains('T', StringComparison.Ordinal) ? moment
        : null;
}
