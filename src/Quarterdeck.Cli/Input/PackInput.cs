using System.CommandLine;
using System.CommandLine.Parsing;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Packs.Files;

namespace Quarterdeck.Cli.Input;

/// <summary>What a command works on: a pack, or what a store holds, now or as it was known at a moment.</summary>
internal sealed class PackInput
{
    private readonly Argument<string?> _pack = new("PACK")
    {
        Description = "The pack: a folder of CSV tables, a zip of one, or a workbook (.xlsx, .ods). Without it, the store is read.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly StoreOptions _store = new();

    private readonly Option<string> _knownAt =
        MomentOption.Make("--known-at", "The store as it was at this moment (2025-11-26T17:00Z, or a day, which means its end). Without it, as it is now.");

    public StoreOptions Store => _store;

    /// <summary>Whether something beside the flags and the environment may name the store, so that it is looked for when the command runs.</summary>
    public bool IsStoreNamedElsewhere { get; init; }

    /// <summary>How many findings of a kind reading a pack keeps.</summary>
    public int FindingsPerKind { get; init; } = ReadLimits.Default.FindingsPerKind;

    public void AddTo(Command command)
    {
        command.Add(_pack);
        command.Add(_store.Store);
        command.Add(_store.Organisation);
        command.Add(_knownAt);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_pack) is null)
            {
                if (!IsStoreNamedElsewhere && !_store.IsNamed(result))
                {
                    result.AddError($"Name a pack, or a store with --store or in the environment variable {StoreOptions.Variable}.");
                }

                return;
            }

            if (result.GetValue(_store.Store) is not null)
            {
                result.AddError("Name a pack or a store, not both: leave out PACK, or leave out --store.");
            }

            if (result.GetValue(_knownAt) is not null)
            {
                result.AddError("--known-at only works with a store. Leave out PACK, and name the store with --store.");
            }
        });
    }

    /// <summary>The path typed; null where the store is meant.</summary>
    public string? PathOf(ParseResult parsed) => parsed.GetValue(_pack);

    /// <inheritdoc cref="PathOf(ParseResult)"/>
    public string? PathOf(CommandResult parsed) => parsed.GetValue(_pack);

    /// <summary>Whether another moment than now is asked for.</summary>
    public bool AsksWhatWasKnown(ParseResult parsed) => parsed.GetValue(_knownAt) is not null;

    /// <summary>Reads what is asked for, sound or not; where there is nothing to read, says so and gives null.</summary>
    public async Task<PackInHand?> ReadAsync(ParseResult parsed, Terminal terminal, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (PathOf(parsed) is { } path)
        {
            if (!PackArgument.Exists(terminal, path))
            {
                return null;
            }

            return PackArgument.Read(terminal, path, cancellationToken, FindingsPerKind);
        }

        await using var store = await _store.OpenAsync(parsed, terminal, clock);
        return store is null ? null : await ReadAsync(parsed, terminal, store, cancellationToken);
    }

    /// <summary>Reads what a store holds; where it holds nothing, says so and gives null.</summary>
    public async Task<PackInHand?> ReadAsync(ParseResult parsed, Terminal terminal, IStore store, CancellationToken cancellationToken)
    {
        var (organisation, moment) = (_store.OrganisationOf(parsed), StoreOptions.Moment(parsed.GetValue(_knownAt)));
        var state = await store.ReadAsync(organisation, moment, cancellationToken);
        var stored = StoredPack.Of(state, PackFormat.Instance.Read, "store");
        if (stored.Change == 0)
        {
            await terminal.Error.WriteLineAsync(new ExportOutcome.NothingStored(organisation, moment).Sentence);
            return null;
        }

        return new PackInHand("store", stored.Pack, stored.Findings, new FilesInStore(state));
    }

    /// <summary>Reads what is asked for, for a command that needs a sound pack; where it is not sound, writes the findings in its place.</summary>
    public async Task<SoundPack?> OpenAsync(
        ParseResult parsed,
        Terminal terminal,
        TimeProvider clock,
        RecordFormat format,
        CancellationToken cancellationToken) =>
        await ReadAsync(parsed, terminal, clock, cancellationToken) is { } inHand ? inHand.Sound(terminal, format) : null;
}

/// <summary>A pack as it was read.</summary>
/// <param name="Name">What messages call it: its path as typed, or <c>store</c>.</param>
/// <param name="Pack">Null when any finding is an error.</param>
/// <param name="Findings">What was found in reading it.</param>
/// <param name="Files">The files beside it.</param>
internal sealed record PackInHand(string Name, Pack? Pack, IReadOnlyList<Finding> Findings, IPackFiles Files)
{
    /// <summary>The pack where it is sound; where not, writes why and gives null.</summary>
    public SoundPack? Sound(Terminal terminal, RecordFormat format)
    {
        if (Pack is null)
        {
            RecordData.Write(
                terminal,
                format,
                Application.Findings.FindingRecord.Fields,
                FindingText.InOrder(Findings),
                findings => FindingText.Write(terminal, findings));
            terminal.Error.WriteLine($"The pack cannot be read: {FindingText.Summary(Findings)}. Correct the errors and try again. Nothing was done.");
            return null;
        }

        if (Findings.Any(finding => finding.Severity == Severity.Warning))
        {
            terminal.Error.WriteLine(
                $"Reading the pack gave {FindingText.Summary(Findings)}; to see them: quarterdeck check {(Name == "store" ? "--store ..." : Name)}");
        }

        return new SoundPack(Pack, Files);
    }
}

/// <summary>A pack without errors, and the files beside it.</summary>
internal sealed record SoundPack(Pack Pack, IPackFiles Files);
