using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Components;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Start;

/// <summary>
/// The page of one person at their own computer: choose files, see what was read, answer what is unsure, look, publish, save. Nobody else can open it,
/// and it is there only where the program was started for it.
/// </summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class StartModel(IServiceProvider services, SnapshotProvider provider) : PageModel
{
    public const string Address = "/start";

    /// <summary>The page, where more was sent than it takes.</summary>
    public const string TooLargeAddress = Address + "?tooLarge=true";

    /// <summary>What may be sent at once.</summary>
    public const int MostBytes = 40 * Megabyte;

    private const int Megabyte = 1024 * 1024;
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly string[] Frequencies = ["month", "quarter", "year"];

    private readonly IOwnFiles? _own = services.GetService<IOwnFiles>();

    /// <summary>Null before anything was read.</summary>
    public OwnFilesReading? Reading => _own?.Reading;

    /// <summary>What was wrong with what was sent, and the field it is about; null where nothing was.</summary>
    public (string Field, string Sentence)? Problem { get; private set; }

    /// <summary>The errors that stop the publication, each with its name for accepting it.</summary>
    public IReadOnlyList<Finding> Errors { get; private set; } = [];

    public static IReadOnlyList<Choice> Months { get; } =
        [.. Enumerable.Range(1, 12).Select(month => new Choice(month.ToString(CultureInfo.InvariantCulture), MonthNames.Full(month)))];

    public static IReadOnlyList<Choice> Often { get; } =
        [new Choice("month", "Every month"), new Choice("quarter", "Every quarter"), new Choice("year", "Every year")];

    /// <summary>What the site shows before anything was read, and where nothing could be rated.</summary>
    public static DashboardSnapshot Nothing() => new(
        new PublicDashboard(new Pack { Settings = new Settings([]), Indicators = [], Results = [] }), [], "nothing read")
    { IsDraft = true };

    public IActionResult OnGet(bool tooLarge)
    {
        Problem = tooLarge ? ("files", "The files have more than 40 MB together. Choose fewer, or smaller ones") : null;
        return _own is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostFilesAsync(IReadOnlyList<IFormFile> files, string? council, int yearStart, CancellationToken cancellationToken)
    {
        if (_own is null)
        {
            return NotFound();
        }

        if (files.Count == 0 || !IsMonth(yearStart))
        {
            Problem = ("files", "Choose one file or several");
            return Page();
        }

        var streams = files.Select(file => new OwnFile(file.FileName, file.OpenReadStream())).ToList();
        try
        {
            return Show(await _own.ReadAsync(streams, string.IsNullOrWhiteSpace(council) ? null : council.Trim(), yearStart, cancellationToken));
        }
        finally
        {
            streams.ForEach(file => file.Content.Dispose());
        }
    }

    public async Task<IActionResult> OnPostAnswersAsync(IReadOnlyList<string> answers, CancellationToken cancellationToken) =>
        Reading is not { } reading || answers.Count != reading.Questions.Count || answers.Except(reading.Meanings).Any() ? NotFound()
            : Show(await _own!.ReadAgainAsync(answers, cancellationToken));

    public IActionResult OnPostNew(string? council, int yearStart, string? frequency) =>
        _own is null || !IsMonth(yearStart) || !Frequencies.Contains(frequency) ? NotFound()
            : File(
                _own.NewWorkbook(string.IsNullOrWhiteSpace(council) ? "Our Council" : council.Trim(), yearStart, frequency!), WorkbookType, "performance.xlsx");

    public IActionResult OnGetWorkbook() => _own?.Workbook() is { } workbook ? File(workbook, WorkbookType, "performance.xlsx") : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(IReadOnlyList<string> accept, string? reason, CancellationToken cancellationToken)
    {
        if (Reading?.Snapshot is null)
        {
            return NotFound();
        }

        var (outcome, zip) = await _own!.PublishAsync(accept, reason, cancellationToken);
        switch (outcome)
        {
            case PublishPackOutcome.Blocked blocked:
                Errors = blocked.Errors;
                Problem = ("publish", Errors.Count == 1 ? "An error stops the publication" : $"{Errors.Count} errors stop the publication");
                return Page();
            case PublishPackOutcome.Written when zip is not null:
                return File(zip, "application/zip", "papers.zip");
            default:
                Problem = ("publish", outcome.Sentence.TrimEnd('.'));
                return Page();
        }
    }

    private IActionResult Show(OwnFilesReading reading)
    {
        provider.Replace(reading.Snapshot ?? Nothing());
        if (reading.Snapshot is not null)
        {
            return LocalRedirect(Address);
        }

        Problem = ("files", "Nothing could be rated yet: see what was found");
        return Page();
    }

    private static bool IsMonth(int month) => month is >= 1 and <= 12;
}
