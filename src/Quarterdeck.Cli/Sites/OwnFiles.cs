using System.IO.Compression;
using Quarterdeck.Application.Packs;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Commands;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Packs.Adoption;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;
using Quarterdeck.Web.Features.Start;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary>The files of one person, in a folder of their own that goes when the program ends.</summary>
internal sealed class OwnFiles(TimeProvider clock) : IOwnFiles, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck-");
    private readonly SemaphoreSlim _one = new(1, 1);

    private IReadOnlyList<string> _files = [];
    private AdoptionRequest? _request;
    private Pack? _pack;

    public OwnFilesReading? Reading { get; private set; }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The pack as tables, which keeps what is decided about its errors.</summary>
    private string Tables => Path.Combine(_folder.FullName, "pack");

    public Task<OwnFilesReading> ReadAsync(IReadOnlyList<OwnFile> files, string? council, int yearStart, CancellationToken cancellationToken) =>
        AloneAsync(async () =>
        {
            var chosen = Emptied("files");
            var paths = new List<string>();
            foreach (var file in files)
            {
                var name = SafeName(file.Name, paths.Count);
                var path = Path.Combine(chosen, paths.Exists(one => string.Equals(Path.GetFileName(one), name, StringComparison.OrdinalIgnoreCase))
                    ? $"{paths.Count + 1} {name}" : name);
                var target = File.Create(path);
                await using (target.ConfigureAwait(false))
                {
                    await file.Content.CopyToAsync(target, cancellationToken);
                }

                paths.Add(path);
            }

            (_files, _request) = (paths, new AdoptionRequest(council, yearStart, Today, new AdoptionMapping()));
            return Read(cancellationToken);
        }, cancellationToken);

    public Task<OwnFilesReading> ReadAgainAsync(IReadOnlyList<string> answers, CancellationToken cancellationToken) => AloneAsync(() =>
    {
        foreach (var (question, answer) in _questions.Zip(answers))
        {
            _request!.Mapping.Say(question.Sheet, question.Heading, answer);
        }

        return Task.FromResult(Read(cancellationToken));
    }, cancellationToken);

    public byte[] NewWorkbook(string council, int yearStart, string frequency) =>
        StarterWorkbook.Write(new StarterAnswers(council, yearStart, Enum.Parse<Frequency>(frequency, ignoreCase: true), null), Today);

    public byte[]? Workbook() => _pack is { } pack ? PackWorkbookWriter.Write(pack) : null;

    public Task<(PublishPackOutcome Outcome, byte[]? Zip)> PublishAsync(
        IReadOnlyList<string> accepted, string? reason, CancellationToken cancellationToken) => AloneAsync(() =>
    {
        var pack = _pack ?? throw new InvalidOperationException("Nothing was read.");
        var folder = Emptied("papers");
        var (brand, _) = HouseStyle.Of(pack, new FilesBesidePack(_files[0]));
        var request = new PublishPack(pack, null, [], folder, Today)
        {
            Accept = accepted,
            Reason = reason,
            Keep = decisions => PackDecisions.Keep(pack, Tables, decisions),
        };
        var outcome = new PublishPackHandler(ReportFormats.Of(brand), ProgramVersion.Current).Handle(request, progress: null, cancellationToken);
        if (outcome is not PublishPackOutcome.Written)
        {
            return Task.FromResult((outcome, (byte[]?)null));
        }

        // With what was decided, so that the workbook that is saved says it too.
        _pack = PackReader.Read(Tables).Pack ?? pack;
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, zip);
        return Task.FromResult((outcome, (byte[]?)zip.ToArray()));
    }, cancellationToken);

    public void Dispose()
    {
        _one.Dispose();
        _folder.Delete(recursive: true);
    }

    private IReadOnlyList<AdoptionQuestion> _questions = [];

    private OwnFilesReading Read(CancellationToken cancellationToken)
    {
        (_pack, _questions) = (null, []);
        Reading = IsPack() is { } path ? OfPack(path, cancellationToken) : OfCouncil(cancellationToken);
        if (_pack is { } pack)
        {
            PackWriter.WriteFolder(pack, Emptied("pack"));
        }

        return Reading;
    }

    /// <summary>Where the files are a pack as they stand: a workbook or a zip of its tables, or the tables themselves; null where they are not.</summary>
    private string? IsPack()
    {
        var path = _files is [var one] && !one.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? one
            : _files.Any(file => Path.GetFileName(file) == "indicators.csv") ? Path.GetDirectoryName(_files[0]) : null;
        return path is null || Path.GetExtension(path) is ".docx" or ".pdf" or ".txt" || PackReader.Read(path).Pack is not { Indicators.Count: > 0 }
            ? null : path;
    }

    private OwnFilesReading OfPack(string path, CancellationToken cancellationToken)
    {
        var reading = PackReader.Read(path);
        _pack = reading.Pack;
        var check = new CheckPack(_pack, reading.Findings, new FilesBesidePack(path), Today);
        var findings = FindingText.InOrder(new CheckPackHandler(ReportStyles.Instance).Handle(check, cancellationToken).Findings);
        return new OwnFilesReading(Names(), _pack!.Indicators.Count, SnapshotOf(_pack), findings);
    }

    private OwnFilesReading OfCouncil(CancellationToken cancellationToken)
    {
        var outcome = CouncilAdoption.Read(_files, _request!, out var unread);
        if (outcome?.Workbook is not { } workbook)
        {
            return new OwnFilesReading(Names(), 0, null, FindingText.InOrder(unread))
            {
                Noticed = outcome is null ? []
                    : [("What is missing", ["No table of indicators was found: one has a heading over titles and over figures."])],
            };
        }

        var path = Path.Combine(Emptied("adopted"), "performance.xlsx");
        File.WriteAllBytes(path, workbook);
        var adopted = AdoptedFiles.Of(outcome, path, Today, cancellationToken);
        (_pack, _questions) = (adopted.Pack, outcome.Questions);
        return new OwnFilesReading(Names(), outcome.Indicators, _pack is null ? null : SnapshotOf(_pack), adopted.Findings)
        {
            Numbers = (outcome.Count(AdoptedState.Read), outcome.Count(AdoptedState.Unsure), outcome.Count(AdoptedState.LeftOut)),
            Questions = [
                .. outcome.Questions.Select(one => new OwnFilesQuestion(
                    one.Sheet.Length > 0 ? $"{one.Sheet}: {one.Heading}" : one.Heading, one.Reason, one.Proposed))
            ],
            Meanings = AdoptionMapping.Words,
            Noticed = [
                .. adopted.Noticed().Prepend(("The papers contradict themselves", adopted.Contradictions())).Where(one => one.Item2.Count > 0)
            ],
        };
    }

    private DashboardSnapshot SnapshotOf(Pack pack) => PackSnapshots.Of(new SoundPack(pack, new FilesBesidePack(_files[0])), isDraft: true).Snapshot;

    private IReadOnlyList<string> Names() => [.. _files.Select(file => Path.GetFileName(file))];

    private string Emptied(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(_folder.FullName, name));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        folder.Create();
        return folder.FullName;
    }

    /// <summary>The last part of a name, without what a path or a system could take for something else.</summary>
    private static string SafeName(string name, int place)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.')).Trim(' ', '.');
        return safe.Length is 0 or > 150 ? $"file {place + 1}{Path.GetExtension(safe)}" : safe;
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }
}
