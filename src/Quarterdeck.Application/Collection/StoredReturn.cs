using System.Globalization;
using System.Text.Json;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>Names a return: what one indicator owes in one round.</summary>
public readonly record struct ReturnId(Month Round, IndicatorRef Indicator)
{
    public string Key => RowKey.Of([Round.ToString(), Indicator.Value]).Text;

    public static ReturnId Of(string key)
    {
        var parts = new RowKey(key).Parts();
        return new ReturnId(
            Month.TryParse(parts[0], out var month) ? month : throw new StoreException($"The return '{key}' is of no month."),
            new IndicatorRef(parts[1]));
    }

    public override string ToString() => $"{Indicator} for {MonthNames.Long(Round)}";
}

/// <summary>A return as it is kept. Its content has what was typed; what it is rated by is looked up when it is shown or signed.</summary>
public sealed record StoredReturn
{
    public required ReturnId Id { get; init; }

    public ReturnState State { get; init; }

    public int Level { get; init; } = 1;

    public required DateOnly DueOn { get; init; }

    public ReturnContent Content { get; init; } = new();

    public IReadOnlyList<PersonId> Authors { get; init; } = [];

    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>Whether the approver of its level has acted on what was sent.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Who may go on after the lock.</summary>
    public IReadOnlyList<LateAdmission> Admitted { get; init; } = [];

    /// <summary>Why it went into a release without an approval; empty where it was approved.</summary>
    public string UnapprovedBecause { get; init; } = string.Empty;

    /// <summary>Whether the release took the place of a figure that the catalogue held before.</summary>
    public bool ReplacesFigure { get; init; }

    /// <summary>Who took the last step, and when.</summary>
    public string MovedBy { get; init; } = string.Empty;

    public DateTimeOffset? MovedAt { get; init; }

    public long Version { get; init; }

    /// <summary>The approvals that stand.</summary>
    public IEnumerable<Approval> Standing => Approvals.Where(one => one.Stands);

    internal static StoredReturn Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new StoredReturn
        {
            Id = ReturnId.Of(row.Key),
            State = ReturnStateWords.Parse(cells["state"]),
            Level = Math.Max(1, cells.Number("level")),
            DueOn = cells.Day("due_on")!.Value,
            Content = new ReturnContent
            {
                Value = cells["value"],
                Numerator = cells["numerator"],
                Denominator = cells["denominator"],
                Marker = cells["marker"],
                Reason = cells["reason"],
                ExpectedOn = cells["expected_on"],
                Status = cells.Text("status") ?? "final",
                Facts = cells["facts"],
                Why = cells["why"],
                Confirmed = cells["confirmed"],
            },
            Authors = [.. cells["authors"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(id))],
            Approvals = cells.Text("approvals") is { } json ? JsonSerializer.Deserialize<List<Approval>>(json)! : [],
            IsSeen = cells["seen"] == "yes",
            Admitted = [.. cells["admitted"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Admission)],
            UnapprovedBecause = cells["unapproved_because"],
            ReplacesFigure = cells["replaces_figure"] == "yes",
            MovedBy = cells["moved_by"],
            MovedAt = cells.Text("moved_at") is { } moved ? DateTimeOffset.Parse(moved, CultureInfo.InvariantCulture) : null,
            Version = row.Version,
        };
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Returns,
        Id.Key,
        Version,
        ("state", State.Code()),
        ("level", Level.ToString(CultureInfo.InvariantCulture)),
        ("due_on", Cells.Of(DueOn)),
        ("value", Content.Value),
        ("numerator", Content.Numerator),
        ("denominator", Content.Denominator),
        ("marker", Content.Marker),
        ("reason", Content.Reason),
        ("expected_on", Content.ExpectedOn),
        ("status", Content.Status),
        ("facts", Content.Facts),
        ("why", Content.Why),
        ("confirmed", Content.Confirmed),
        ("authors", string.Join(';', Authors)),
        ("approvals", Approvals.Count == 0 ? string.Empty : JsonSerializer.Serialize(Approvals)),
        ("seen", IsSeen ? "yes" : string.Empty),
        ("admitted", string.Join(';', Admitted.Select(one => $"{one.Person} {Cells.Of(one.Until)}"))),
        ("unapproved_because", UnapprovedBecause),
        ("replaces_figure", ReplacesFigure ? "yes" : string.Empty),
        ("moved_by", MovedBy),
        ("moved_at", MovedAt is { } at ? RowChangeRecord.Moment(at) : string.Empty));

    /// <summary>What the table of states must know of it.</summary>
    public ReturnFacts Facts(Round round, PeopleRegister people, AccessSubject subject, ReturnContent content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(content);
        return new ReturnFacts
        {
            Indicator = Id.Indicator,
            State = State,
            Level = Level,
            Authors = Authors,
            Levels = people.LevelsFor(subject, Authors, today),
            IsSeen = IsSeen,
            HasFigure = content.HasFigure,
            LockedOn = round.LockedBy(today),
            Exceptions = Admitted,
        };
    }

    private static LateAdmission Admission(string text) =>
        text.Split(' ') is [var person, var until]
            ? new LateAdmission(new PersonId(person), DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : throw new StoreException($"'{text}' admits nobody.");
}
