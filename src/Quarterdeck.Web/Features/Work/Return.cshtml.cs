using Microsoft.AspNetCore.Mvc;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Figures;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Features.Work;

/// <summary>What the form of a return sends.</summary>
public sealed class ReturnForm
{
    /// <summary>The version that was on the page.</summary>
    public long Seen { get; set; }

    public string? Value { get; set; }

    public string? Numerator { get; set; }

    public string? Denominator { get; set; }

    public string? Facts { get; set; }

    /// <summary>The sentence as it was drafted: one that was left alone is drafted anew.</summary>
    public string? Draft { get; set; }

    public string? Why { get; set; }

    public string? Confirmed { get; set; }

    /// <summary>The figure that was last checked.</summary>
    public string? Checked { get; set; }

    /// <summary>Why something approved is changed; a question's answer; a remark.</summary>
    public string? Words { get; set; }

    public string? Reason { get; set; }

    public string? Expected { get; set; }
}

/// <summary>One return: the figure, what it comes to, and the words; sent when what was seen is what is sent.</summary>
public sealed class ReturnModel(
    Desk desk, DeskUser user, CatalogueReader catalogues, TakeStepHandler steps, WriteInThreadHandler threads) : DeskPage(desk, user)
{
    [BindProperty]
    public ReturnForm Form { get; set; } = new();

    public WorkItem Item { get; private set; } = null!;

    public ReturnAssessment Assessed { get; private set; } = null!;

    public IReadOnlyList<ThreadMessage> Thread { get; private set; } = [];

    /// <summary>Whether what the figure comes to is shown: it was checked, or is kept.</summary>
    public bool IsChecked { get; private set; }

    /// <summary>What somebody else saved meanwhile; null where nobody did.</summary>
    public StoredReturn? Theirs { get; private set; }

    /// <summary>The step by which what is typed is kept; null where this person may not change it.</summary>
    public DeskAction? Editing =>
        Item.Actions.Contains(DeskAction.Save) ? DeskAction.Save : Item.Actions.Contains(DeskAction.Change) ? DeskAction.Change : null;

    /// <summary>Whether what this person typed can take the place of what somebody else saved.</summary>
    public bool MayKeepMine => Theirs?.State is ReturnState.Draft or ReturnState.Returned or ReturnState.Due;

    /// <summary>Whether a change needs a reason: it was approved.</summary>
    public bool NeedsReason => Editing == DeskAction.Change && Item.Return.State.IsApprovedOrLater();

    /// <summary>Whether the figure is asked for in its two parts: earlier ones were given so.</summary>
    public bool HasParts => Item.Return.Content.Numerator.Length > 0
        || Assessed.Before?.Result is { Numerator: not null, Denominator: not null };

    public async Task<IActionResult> OnGetAsync(string round, string reference, CancellationToken cancellationToken)
    {
        if (!await FindAsync(round, reference, cancellationToken))
        {
            return NotFound();
        }

        var kept = Item.Return.Content;
        Form = new ReturnForm
        {
            Seen = Item.Return.Version,
            Value = ReturnSheet.Shown(Assessed, kept.Value),
            Numerator = ReturnSheet.Shown(Assessed, kept.Numerator),
            Denominator = ReturnSheet.Shown(Assessed, kept.Denominator),
            Facts = kept.Facts.Length > 0 ? kept.Facts : Assessed.Draft,
            Draft = Assessed.Draft,
            Why = kept.Why,
            Confirmed = kept.Confirmed,
            Checked = FigureOf(kept),
        };
        IsChecked = kept.HasNumber;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string round, string reference, string? @do, long? mine, CancellationToken cancellationToken)
    {
        if (!await FindAsync(round, reference, cancellationToken))
        {
            return NotFound();
        }

        // Whoever saw both versions and keeps their own writes over the one they saw, and over no later one.
        if (mine is { } seen)
        {
            (Form.Seen, @do) = (seen, "save");
        }

        return @do switch
        {
            "answer" => await StepAsync(DeskAction.Answer, null, Form.Words, "Your answer was sent.", cancellationToken),
            "confirm" => await StepAsync(DeskAction.ConfirmWords, null, null, "The words are confirmed.", cancellationToken),
            "take-back" => await StepAsync(DeskAction.TakeBack, null, null, "You took it back. Nobody sees it until you send it again.", cancellationToken),
            "cannot" => await CannotAsync(cancellationToken),
            "reopen" => await StepAsync(DeskAction.Reopen, null, Form.Words, "It is reopened, and back with its officer.", cancellationToken),
            "withdraw" => await StepAsync(DeskAction.Withdraw, null, Form.Words, "It is withdrawn from the release.", cancellationToken),
            "correct" => await StepAsync(DeskAction.CorrectWords, Corrected(), null, "The officer confirms your words.", cancellationToken),
            "write" => await WriteAsync(cancellationToken),
            _ => await FigureAsync(@do, cancellationToken),
        };
    }

    /// <summary>Checks, saves or sends a figure. What was not seen is not sent.</summary>
    private async Task<IActionResult> FigureAsync(string? @do, CancellationToken cancellationToken)
    {
        if (Editing is not { } editing || Read() is not { } typed)
        {
            return Page();
        }

        var wasChecked = Form.Checked == FigureOf(typed);
        Assess(typed);
        typed = typed with { Facts = Form.Facts!.Trim() };
        IsChecked = typed.HasNumber;
        if (@do == "save" && editing == DeskAction.Save)
        {
            return await StepAsync(DeskAction.Save, typed, null, $"{Item.Return.Id.Indicator} is saved. {Item.Approver} cannot see it until you send it.",
                cancellationToken);
        }

        if (@do != "send" || !typed.HasNumber)
        {
            Problems = typed.HasNumber ? [] : [new FieldProblem(FirstField, $"Enter {Item.Round.Name}'s figure, or say why you cannot give it")];
            return Page();
        }

        if (!wasChecked)
        {
            Refusal = "The figure is not the one you checked. Look at what it comes to, then send it.";
            Form.Checked = FigureOf(typed);
            return Page();
        }

        var action = editing == DeskAction.Save ? DeskAction.Send : DeskAction.Change;
        return await StepAsync(action, typed, Form.Words, $"{Item.Return.Id.Indicator} was sent to {Item.Approver}.", cancellationToken);
    }

    private Task<IActionResult> CannotAsync(CancellationToken cancellationToken)
    {
        var marker = CannotGiveReasons.All.FirstOrDefault(one => one.Marker.Code() == Form.Reason);
        var expected = Form.Expected?.Trim() ?? string.Empty;
        var problems = new List<FieldProblem>();
        if (marker.Words is null)
        {
            problems.Add(new FieldProblem("reason", "Choose why you cannot give the figure"));
        }

        if (string.IsNullOrWhiteSpace(Form.Words))
        {
            problems.Add(new FieldProblem("cannot-words", "Say why in words for the report"));
        }

        if (expected.Length > 0 && (!DateOnly.TryParseExact(expected, "yyyy-MM-dd", out var day) || day <= Desk.Today))
        {
            problems.Add(new FieldProblem("expected", "The day you can give it must be after today"));
        }

        if (problems.Count > 0)
        {
            Problems = problems;
            return Task.FromResult<IActionResult>(Page());
        }

        var content = new ReturnContent { Marker = marker.Marker.Code(), Reason = Form.Words!.Trim(), ExpectedOn = expected };
        content = content with { Facts = ReturnAssessor.Assess(Catalogue!, Item.Return.Id, content, Desk.Today)?.Draft ?? string.Empty };
        return StepAsync(DeskAction.CannotGive, content, Form.Words, $"{Item.Approver} is told that it cannot be given.", cancellationToken);
    }

    private async Task<IActionResult> WriteAsync(CancellationToken cancellationToken) => Answer(
        await threads.HandleAsync(new WriteInThread(Item.Return.Id, Form.Words ?? string.Empty, Who.Person.Id), cancellationToken),
        DeskWords.Address(Item.Return.Id) + "#thread");

    private async Task<IActionResult> StepAsync(
        DeskAction action, ReturnContent? content, string? words, string done, CancellationToken cancellationToken)
    {
        var step = new TakeStep(Item.Return.Id, Form.Seen, action, Who.Person.Id) { Content = content, Words = words ?? string.Empty };
        var outcome = await steps.HandleAsync(step, cancellationToken);
        if (outcome is DeskOutcome.Conflicted)
        {
            Theirs = await RoundBook.ReturnAsync(Desk, Item.Return.Id, cancellationToken);
        }

        return Answer(outcome, "/desk", done);
    }

    /// <summary>The same figure with other words.</summary>
    private ReturnContent Corrected() => Item.Return.Content with
    {
        Facts = Form.Facts?.Trim().ReplaceLineEndings("\n") ?? string.Empty,
        Why = Form.Why?.Trim().ReplaceLineEndings("\n") ?? string.Empty,
    };

    private Catalogue? Catalogue { get; set; }

    private string FirstField => HasParts ? "numerator" : "value";

    /// <summary>What was typed, as plain numbers; null where it cannot be read, and says why.</summary>
    private ReturnContent? Read()
    {
        var figure = HasParts ? TypedFigure.Read(Assessed.Indicator, null, Form.Numerator, Form.Denominator)
            : TypedFigure.Read(Assessed.Indicator, Form.Value, null, null);
        Problems = figure.Problems;
        return figure.Problems.Count > 0 ? null : Item.Return.Content with
        {
            Value = figure.Value,
            Numerator = figure.Numerator,
            Denominator = figure.Denominator,
            Marker = string.Empty,
            Reason = string.Empty,
            ExpectedOn = string.Empty,
            Facts = Form.Facts?.Trim().ReplaceLineEndings("\n") ?? string.Empty,
            Why = Form.Why?.Trim().ReplaceLineEndings("\n") ?? string.Empty,
            Confirmed = Form.Confirmed?.Trim() ?? string.Empty,
        };
    }

    /// <summary>Rates what was typed. A drafted sentence that was left alone is drafted anew; the officer's own words never are.</summary>
    private void Assess(ReturnContent typed)
    {
        Assessed = ReturnAssessor.Assess(Catalogue!, Item.Return.Id, typed, Desk.Today)!;
        if (typed.Facts.Length == 0 || typed.Facts == Form.Draft?.Trim().ReplaceLineEndings("\n"))
        {
            Form.Facts = Assessed.Draft;
        }

        Form.Draft = Assessed.Draft;
        Form.Checked = FigureOf(typed);
    }

    private async Task<bool> FindAsync(string round, string reference, CancellationToken cancellationToken)
    {
        Catalogue = await catalogues.ReadAsync(Desk, cancellationToken);
        if (Catalogue is null || !Month.TryParse(round, out var month)
            || Catalogue.OwedIn(month).FirstOrDefault(one => one.Ref.FileName == reference) is not { } indicator
            || await RoundBook.RoundAsync(Desk, month, cancellationToken) is not { } of
            || await RoundBook.ReturnAsync(Desk, new ReturnId(month, indicator.Ref), cancellationToken) is not { } held
            || WorkList.ItemOf(Desk, Catalogue, Who.People, Who.Actor, of, held) is not { } item
            || AccessTable.Refuse(Who.Actor, DeskAction.ReadReturns, item.Subject) is not null)
        {
            return false;
        }

        Item = item;
        Thread = await RoundBook.ThreadAsync(Desk, held.Id, cancellationToken);
        Assessed = ReturnAssessor.Assess(Catalogue, held.Id, held.Content, Desk.Today)!;
        return true;
    }

    private static string FigureOf(ReturnContent content) => $"{content.Value}/{content.Numerator}/{content.Denominator}";
}
