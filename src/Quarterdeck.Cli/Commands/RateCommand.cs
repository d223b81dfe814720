using System.CommandLine;
using Quarterdeck.Application.Ratings;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Cli.Commands;

/// <summary><c>quarterdeck rate PACK</c>: one rated record an indicator.</summary>
internal static class RateCommand
{
    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var input = new PackInput();
        var asAt = AsAtOption.Make();
        var format = FormatOption.Make();
        var only = new Option<string[]>("--only")
        {
            Description = "Shows only these indicators, with the reason for each rating.",
            HelpName = "REF",
            AllowMultipleArgumentsPerToken = true,
        };
        var breakdowns = new Option<bool>("--breakdowns") { Description = "Shows the parts of each indicator below it." };
        var command = new Command(
            "rate",
            "Rates every indicator of a pack: latest result, year to date, expected range and direction of travel.") { asAt, format, only, breakdowns };
        input.AddTo(command);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            async () =>
                await input.OpenAsync(parsed, terminal, clock, FormatOption.Of(parsed, format), cancellationToken) is not { } sound ? ExitCode.CouldNotDoIt
                : Run(
                    terminal,
                    sound.Pack,
                    AsAtOption.Of(parsed, asAt),
                    new Shown(parsed.GetValue(only) ?? [], parsed.GetValue(breakdowns)),
                    FormatOption.Of(parsed, format),
                    cancellationToken),
            cancellationToken));
        return command;
    }

    private static int Run(Terminal terminal, Pack pack, Month? asked, Shown asks, RecordFormat format, CancellationToken cancellationToken)
    {
        var only = asks.Only;
        var rater = new Rater(pack, MathNetDistributions.Instance);
        var asAt = asked ?? rater.DefaultAsAt;
        var all = rater.RateAll(asAt);
        cancellationToken.ThrowIfCancellationRequested();
        if (only.FirstOrDefault(reference => !all.Any(rated => Is(rated, reference))) is { } unknown)
        {
            terminal.Error.WriteLine($"--only: the pack has no indicator '{unknown}'. The column ref of the table indicators lists the references.");
            return ExitCode.WrongUse;
        }

        IReadOnlyList<RatedIndicator> shown = only.Length == 0 ? all : [.. all.Where(rated => only.Any(reference => Is(rated, reference)))];
        if (asks.Breakdowns)
        {
            shown = [.. shown.SelectMany(rated => rated.Breakdowns.Prepend(rated))];
        }

        RecordData.Write(terminal, format, RateRecord.Fields, shown, records => RatingTable.Write(terminal, records, withReasons: only.Length > 0));
        if (only.Length == 0)
        {
            terminal.Error.WriteLine($"{all.Count} {(all.Count == 1 ? "indicator" : "indicators")}, results to {MonthNames.Long(asAt)}.");
            terminal.Error.WriteLine(Counted("Latest", Counts.Of(all, WhichRating.Latest, rater.SchemeOf)));
            terminal.Error.WriteLine(Counted("Year to date", Counts.Of(all, WhichRating.YearToDate, rater.SchemeOf)));
            terminal.Error.WriteLine($"Direction of travel: {string.Join(", ", Counts.Travelled(all).Select(Travelled))}.");
        }

        return ExitCode.Done;
    }

    /// <summary>Which records are asked for.</summary>
    /// <param name="Only">References; none for all.</param>
    /// <param name="Breakdowns">Whether the parts of each indicator follow it.</param>
    private sealed record Shown(string[] Only, bool Breakdowns);

    private static bool Is(RatedIndicator rated, string reference) =>
        string.Equals(rated.Indicator.Ref.Value, reference, StringComparison.OrdinalIgnoreCase);

    private static string Travelled((Direction? Travel, int Count) counted) =>
        $"{counted.Count} {(counted.Travel is { } travel ? DirectionOutcome.Word(travel) : "not told")}";

    private static string Counted(string which, RatingCounts counts)
    {
        var bands = counts.Bands.Select(band => $"{band.Count} {band.Band.Label}");
        var unrated = counts.NotRated.Select(group => $"{group.Refs.Count} not rated ({group.Reason})");
        return $"{which}: {string.Join(", ", bands.Concat(unrated))}, of {counts.Total} KPIs and milestones.";
    }
}
