using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Assurance;

public enum ActionStatus
{
    NotStarted,
    OnTrack,
    Slipping,
    Done,
    Dropped,
}

/// <summary>A later day an action was promised for.</summary>
/// <param name="Due">The day.</param>
/// <param name="Reason">Why it was moved; null where nobody said.</param>
public sealed record RevisedDate(DateOnly Due, string? Reason);

/// <summary>A row of the table <c>actions</c>: something a person or post has promised to do by a day.</summary>
public sealed record PlannedAction
{
    /// <summary>For how many months after it was done an action still stands in reports, the month it was done in included.</summary>
    private const int MonthsShownWhenDone = 3;

    /// <summary>Other rows refer to it by this.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The indicators it is to improve.</summary>
    public IReadOnlyList<IndicatorRef> Refs { get; init; } = [];

    /// <summary>Id of the risk it answers.</summary>
    public string? Risk { get; init; }

    /// <summary>Code of the area that does it.</summary>
    public string? Area { get; init; }

    /// <summary>The post, or a name.</summary>
    public string? Owner { get; init; }

    /// <summary>The day first promised; null for one without a day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Later days, in the order they were promised.</summary>
    public IReadOnlyList<RevisedDate> Revised { get; init; } = [];

    public ActionStatus Status { get; init; }

    /// <summary>How much of it is done, 0 to 100.</summary>
    public int? Progress { get; init; }

    public DateOnly? DoneOn { get; init; }

    /// <summary>How it stands, in Markdown.</summary>
    public string? Update { get; init; }

    /// <summary>The round it was first reported in; null: always.</summary>
    public Month? Since { get; init; }

    /// <summary>Whether readers outside see it.</summary>
    public bool IsPublic { get; init; } = true;

    public int? Order { get; init; }

    public Origin At { get; init; }

    /// <summary>The day it is promised for now.</summary>
    public DateOnly? DueNow => Revised is [.., var last] ? last.Due : Due;

    public bool IsOpen => Status is not (ActionStatus.Done or ActionStatus.Dropped);

    /// <summary>Open, and its day has passed.</summary>
    public bool IsOverdueOn(DateOnly day) => IsOpen && DueNow < day;

    /// <summary>Whether a round's reports show it: begun by then, and open or done not long before.</summary>
    public bool IsShownIn(Month round) => (Since is not { } since || since <= round) && Status switch
    {
        ActionStatus.Done => DoneOn is not { } done || Month.Of(done) > round.AddMonths(-MonthsShownWhenDone),
        ActionStatus.Dropped => false,
        _ => true,
    };
}
