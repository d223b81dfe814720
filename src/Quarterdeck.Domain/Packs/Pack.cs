using Quarterdeck.Domain.Assurance;
using Quarterdeck.Domain.CallIns;
using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Comparators;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Milestones;
using Quarterdeck.Domain.Objectives;
using Quarterdeck.Domain.People;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Results;
using Quarterdeck.Domain.Tables;
using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Packs;

/// <summary>
/// Everything an organisation's performance report is made from, as typed rows in the order they were given. Rows have
/// been read and agree with each other: every reference is known, every period fits its indicator's frequency.
/// </summary>
public sealed record Pack
{
    public required Settings Settings { get; init; }

    public IReadOnlyList<Area> Areas { get; init; } = [];

    public IReadOnlyList<Post> Posts { get; init; } = [];

    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    /// <summary>Every version of every indicator.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public required IReadOnlyList<Result> Results { get; init; }

    public IReadOnlyList<MilestoneStep> Milestones { get; init; } = [];

    public IReadOnlyList<Comparator> Comparators { get; init; } = [];

    public IReadOnlyList<CommentaryEntry> Commentary { get; init; } = [];

    public IReadOnlyList<PublishedFigure> Published { get; init; } = [];

    public IReadOnlyList<ReportDefinition> Reports { get; init; } = [];

    /// <summary>How some tables of reports differ from the others.</summary>
    public IReadOnlyList<ReportTable> ReportTables { get; init; } = [];

    public IReadOnlyList<SchemeBand> Schemes { get; init; } = [];

    public IReadOnlyList<TableCell> Tables { get; init; } = [];

    /// <summary>What might go wrong, a row for each judgement.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>What is being done, by whom and by when.</summary>
    public IReadOnlyList<PlannedAction> Actions { get; init; } = [];

    /// <summary>What assurance decided about indicators that were called in.</summary>
    public IReadOnlyList<RecordedCallIn> CallIns { get; init; } = [];

    /// <summary>What the council decided about findings.</summary>
    public IReadOnlyList<CheckDecision> Decisions { get; init; } = [];

    /// <summary>Whether the council calls indicators in: by its setting, else where it keeps call-ins or assurance texts.</summary>
    public bool HasCallIn => Settings.CallIn
        ?? (CallIns.Count > 0 || Commentary.Any(entry => entry.Kind == CommentaryKind.Assurance));
}
