using System.Globalization;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Store;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Application.Collection;

/// <summary>A month whose figures are collected, with its dates.</summary>
/// <param name="Month">The month the figures are of.</param>
/// <param name="OpenedOn">When officers were first asked.</param>
/// <param name="DueOn">When returns are due.</param>
/// <param name="ApproveBy">When approvals are due.</param>
/// <param name="LockOn">The last day on which officers and approvers act.</param>
/// <param name="LockedOn">The day it was locked before that; null where it was not.</param>
/// <param name="LockReason">Why.</param>
/// <param name="Version">How often the row was written.</param>
public sealed record Round(
    Month Month, DateOnly OpenedOn, DateOnly DueOn, DateOnly ApproveBy, DateOnly LockOn, DateOnly? LockedOn, string LockReason, long Version)
{
    /// <summary><c>October</c>, as pages call it.</summary>
    public string Name => MonthNames.Full(Month.Number);

    /// <summary>The day it was locked, seen from a day; null while it is open.</summary>
    public DateOnly? LockedBy(DateOnly today) => LockedOn is { } day && day <= today ? day : LockOn < today ? LockOn : null;

    internal static Round Of(StoredRow row)
    {
        var cells = new Cells(row);
        return new Round(
            Month.TryParse(row.Key, out var month) ? month : throw new StoreException($"The round '{row.Key}' is named by no month."),
            cells.Day("opened_on")!.Value,
            cells.Day("due_on")!.Value,
            cells.Day("approve_by")!.Value,
            cells.Day("lock_on")!.Value,
            cells.Day("locked_on"),
            cells["lock_reason"],
            row.Version);
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Rounds,
        Month.ToString(),
        Version,
        ("opened_on", Cells.Of(OpenedOn)),
        ("due_on", Cells.Of(DueOn)),
        ("approve_by", Cells.Of(ApproveBy)),
        ("lock_on", Cells.Of(LockOn)),
        ("locked_on", Cells.Of(LockedOn)),
        ("lock_reason", LockReason));
}

/// <summary>Something somebody wrote about a return: a question, an answer, a remark, or the words of a step.</summary>
/// <param name="Id">The return.</param>
/// <param name="Number">Its place in the thread, from 1.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What it was said with, in words: <c>asked</c>, <c>answered</c>, <c>wrote</c>.</param>
/// <param name="Text">The words.</param>
public sealed record ThreadMessage(ReturnId Id, int Number, string By, DateTimeOffset At, string Kind, string Text)
{
    internal static ThreadMessage Of(StoredRow row)
    {
        var (cells, parts) = (new Cells(row), new Domain.Packs.RowKey(row.Key).Parts());
        return new ThreadMessage(
            ReturnId.Of(row.Key),
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            cells["by"],
            DateTimeOffset.Parse(cells["at"], CultureInfo.InvariantCulture),
            cells["kind"],
            cells["text"]);
    }

    internal RowWrite Write() => Cells.Write(
        SystemTables.Messages,
        Domain.Packs.RowKey.Of([Id.Round.ToString(), Id.Indicator.Value, Number.ToString("D4", CultureInfo.InvariantCulture)]).Text,
        0,
        ("by", By),
        ("at", RowChangeRecord.Moment(At)),
        ("kind", Kind),
        ("text", Text));
}
