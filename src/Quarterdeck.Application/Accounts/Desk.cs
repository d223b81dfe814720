using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Access;

namespace Quarterdeck.Application.Accounts;

/// <summary>An organisation's store as signed-in people work on it.</summary>
/// <param name="Store">The store.</param>
/// <param name="Organisation">Code of the organisation.</param>
/// <param name="Packs">Makes a pack of what is stored.</param>
/// <param name="Clock">Says when.</param>
/// <param name="ProgramVersion">Recorded with every change.</param>
public sealed record Desk(IStore Store, string Organisation, IPackFormat Packs, TimeProvider Clock, string ProgramVersion)
{
    /// <summary>The day it takes today to be; null for the clock's. For the demo and for tests.</summary>
    public DateOnly? FixedToday { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Today, where the council is.</summary>
    public DateOnly Today => FixedToday ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zone).DateTime);

    public IAccountSecrets Secrets => Store.AccountSecrets(Organisation);

    public IMailOutbox Outbox => Store.MailOutbox(Organisation);

    public Task<PeopleRegister> PeopleAsync(CancellationToken cancellationToken) => PeopleRegister.ReadAsync(Store, Organisation, cancellationToken);

    /// <summary>Writes what one person did, in one transaction with one entry of the ledger.</summary>
    public async Task<DeskOutcome> WriteAsync(
        string author,
        string reason,
        IReadOnlyList<RowWrite> statements,
        CancellationToken cancellationToken,
        CredentialChange? credential = null,
        string source = SystemTables.DeskSource,
        IReadOnlyList<MailNotice>? notices = null) =>
        await Store.WriteAsync(
            new Change(Organisation, author, reason, source, ProgramVersion, statements) { Credential = credential, Notices = notices ?? [] },
            cancellationToken).ConfigureAwait(false) switch
        {
            WriteOutcome.Written written => new DeskOutcome.Done(written.Number),
            WriteOutcome.Conflict conflict => new DeskOutcome.Conflicted(conflict.Rows),
            _ => throw new InvalidOperationException("A change is written or in conflict."),
        };
}

/// <summary>What came of something a person asked for.</summary>
public abstract record DeskOutcome
{
    private DeskOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <param name="Change">Number of the change that records it; 0 where nothing had to be changed.</param>
    public sealed record Done(long Change) : DeskOutcome
    {
        /// <summary>The id of what was made; empty where nothing was.</summary>
        public string Id { get; init; } = string.Empty;

        /// <summary>What is still to be done by hand, in a sentence; empty for nothing.</summary>
        public string Left { get; init; } = string.Empty;

        public override string Sentence => ((Change == 0 ? "Nothing had to be changed." : $"Recorded as change {Change}.") + " " + Left).TrimEnd();
    }

    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : DeskOutcome
    {
        public override string Sentence => Why.Sentence;
    }

    /// <summary>Somebody changed the same thing meanwhile.</summary>
    /// <param name="Rows">What they changed.</param>
    public sealed record Conflicted(IReadOnlyList<ConflictingRow> Rows) : DeskOutcome
    {
        public override string Sentence => "Somebody changed this while you had it open. Nothing was written. Look at it again.";
    }

    /// <summary>What was typed cannot be taken.</summary>
    /// <param name="Problems">The field and what is wrong with it, each a sentence.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : DeskOutcome
    {
        public override string Sentence => string.Join(" ", Problems.Select(problem => problem.Sentence + "."));
    }
}

/// <param name="Field">Name of the field.</param>
/// <param name="Sentence">What is wrong, without a full stop, as GOV.UK has it.</param>
public sealed record FieldProblem(string Field, string Sentence);
