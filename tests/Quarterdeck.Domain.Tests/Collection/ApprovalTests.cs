using System.Globalization;
using Quarterdeck.Domain.Access;
using Quarterdeck.Domain.Collection;

namespace Quarterdeck.Domain.Tests.Collection;

/// <summary>An approval is of exactly what was seen.</summary>
public sealed class ApprovalTests
{
    private static readonly ReturnContent Seen = new()
    {
        Numerator = "2238",
        Denominator = "4389",
        Facts = "In October, 51%.",
        Why = "A queue.",
        YearToDate = "85",
        Target = "98",
        Floor = "95",
        Definition = "d",
    };

    private static readonly Approval Signed = new(1, new PersonId("p-1"), null, new DateTimeOffset(2025, 11, 11, 9, 0, 0, TimeSpan.Zero), Seen);

    public static TheoryData<string, string> Changes => new()
    {
        { nameof(ReturnContent.Value), "the figure" },
        { nameof(ReturnContent.Numerator), "the figure" },
        { nameof(ReturnContent.Denominator), "the figure" },
        { nameof(ReturnContent.Marker), "the figure" },
        { nameof(ReturnContent.Reason), "the reason" },
        { nameof(ReturnContent.ExpectedOn), "the expected date" },
        { nameof(ReturnContent.Status), "the status" },
        { nameof(ReturnContent.Facts), "what the figure shows" },
        { nameof(ReturnContent.Why), "the commentary" },
        { nameof(ReturnContent.Confirmed), "the confirmed warning" },
        { nameof(ReturnContent.YearToDate), "the year to date" },
        { nameof(ReturnContent.Target), "the target" },
        { nameof(ReturnContent.Floor), "the floor" },
        { nameof(ReturnContent.Definition), "the definition" },
    };

    [Fact]
    public void Every_part_of_the_content_is_in_the_digest() => Assert.Equal(
        typeof(ReturnContent).GetProperties().Where(part => part.CanWrite).Select(part => part.Name).Order(),
        Changes.Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_change_ends_the_approval_and_says_what_changed(string part, string words)
    {
        var changed = Seen with { };
        typeof(ReturnContent).GetProperty(part)!.SetValue(changed, "x");
        var after = Assert.Single(Approval.After([Signed], changed));

        Assert.NotEqual(Seen.Digest(), changed.Digest());
        Assert.False(after.Stands);
        Assert.Equal(words, after.LapsedBecause);
        Assert.Equal(words, Assert.Single(changed.Differences(Seen)));
        Assert.Equal(
            part is not (nameof(ReturnContent.Value) or nameof(ReturnContent.Numerator) or nameof(ReturnContent.Denominator) or nameof(ReturnContent.Marker)
                or nameof(ReturnContent.Reason) or nameof(ReturnContent.ExpectedOn) or nameof(ReturnContent.Status)),
            changed.HasSameFigure(Seen));
    }

    [Fact]
    public void Saving_the_same_content_again_keeps_the_approval() =>
        Assert.Equal(Signed, Assert.Single(Approval.After([Signed], Seen with { Why = string.Concat("A ", "queue.") })));

    [Fact]
    public void What_has_lapsed_stays_lapsed_for_its_first_reason()
    {
        var lapsed = Approval.After([Signed], Seen with { Why = "Another." });

        Assert.Equal("the commentary", Assert.Single(Approval.After(lapsed, Seen)).LapsedBecause);
        Assert.Equal("the commentary", Assert.Single(Approval.Ended(lapsed, "taken back")).LapsedBecause);
        Assert.Equal("taken back", Assert.Single(Approval.Ended([Signed], "taken back")).LapsedBecause);
    }

    [Fact]
    public void Parts_do_not_run_into_each_other() =>
        Assert.NotEqual((Seen with { Facts = "ab", Why = "c" }).Digest(), (Seen with { Facts = "a", Why = "bc" }).Digest());

    [Fact]
    public void A_figure_is_there_as_a_number_or_a_marker()
    {
        Assert.True(Seen.HasNumber);
        Assert.True(new ReturnContent { Value = "51" } is { HasNumber: true, HasFigure: true });
        Assert.True(new ReturnContent { Marker = "not available" } is { HasNumber: false, HasFigure: true });
        Assert.False(new ReturnContent { Denominator = "5", Why = "x" }.HasFigure);
    }

    [Theory]
    [InlineData("2025-11-10", "2025-11-12", 2)]
    [InlineData("2025-11-07", "2025-11-10", 1)]
    [InlineData("2025-11-12", "2025-11-12", 0)]
    [InlineData("2025-11-14", "2025-11-12", 0)]
    [InlineData("2025-12-24", "2025-12-29", 1)]
    public void Late_is_told_in_working_days(string due, string today, int days)
    {
        Assert.Equal(days, Lateness.WorkingDaysLate(Day(due), Day(today)));
        Assert.Equal(days, Lateness.WorkingDaysLeft(Day(due), Day(today)));
    }

    [Theory]
    [InlineData("2025-11-12", "2025-11-10", "2025-11-17", "2025-11-13")]
    [InlineData("2025-11-07", "2025-11-05", "2025-11-17", "2025-11-10")]
    [InlineData("2025-11-05", "2025-11-10", "2025-11-17", "2025-11-10")]
    [InlineData("2025-11-14", "2025-11-10", "2025-11-16", "2025-11-16")]
    public void What_comes_back_is_due_the_next_working_day_never_before_its_own_date_and_never_past_the_lock(
        string today, string due, string lockOn, string expected) => Assert.Equal(Day(expected), Lateness.DueAfterReturn(Day(today), Day(due), Day(lockOn)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
