using Quarterdeck.Domain.Periods;
using static Quarterdeck.Domain.Tests.Given;

namespace Quarterdeck.Domain.Tests.Periods;

public sealed class PeriodTests
{
    private static Period At(Frequency frequency, int yearStart, string closing) => new PeriodCalendar(frequency, yearStart).Closing(M(closing));

    /// <summary>Financial years from April; school years from September with terms to December, April and July; apprenticeship years from August.</summary>
    [Theory]
    [InlineData(Frequency.Month, 4, "2025-10", "2025-10", "2025-04", 7, "October 2025", "Oct 2025")]
    [InlineData(Frequency.Quarter, 4, "2011-06", "2011-04", "2011-04", 3, "April to June 2011", "Jun 2011")]
    [InlineData(Frequency.Quarter, 4, "2011-03", "2011-01", "2010-04", 12, "January to March 2011", "Mar 2011")]
    [InlineData(Frequency.Half, 4, "2026-03", "2025-10", "2025-04", 12, "October 2025 to March 2026", "Mar 2026")]
    [InlineData(Frequency.Year, 4, "2026-03", "2025-04", "2025-04", 12, "2025/26", "2025/26")]
    [InlineData(Frequency.Year, 1, "2011-12", "2011-01", "2011-01", 12, "2011", "2011")]
    [InlineData(Frequency.Year, 9, "2011-08", "2010-09", "2010-09", 12, "2010/11", "2010/11")]
    [InlineData(Frequency.Quarter, 8, "2011-01", "2010-11", "2010-08", 6, "November 2010 to January 2011", "Jan 2011")]
    [InlineData(Frequency.Quarter, 8, "2011-04", "2011-02", "2010-08", 9, "February to April 2011", "Apr 2011")]
    [InlineData(Frequency.Term, 9, "2010-12", "2010-08", "2010-09", 4, "autumn term 2010/11", "Dec 2010")]
    [InlineData(Frequency.Term, 9, "2011-04", "2011-01", "2010-09", 8, "spring term 2010/11", "Apr 2011")]
    [InlineData(Frequency.Term, 9, "2011-07", "2011-05", "2010-09", 11, "summer term 2010/11", "Jul 2011")]
    public void A_period_knows_its_months_its_year_and_its_name(
        Frequency frequency, int yearStart, string closing, string opening, string yearOpening, int elapsed, string label, string head)
    {
        var period = At(frequency, yearStart, closing);

        Assert.Equal(M(opening), period.Opening);
        Assert.Equal(M(yearOpening), period.YearOpening);
        Assert.Equal(elapsed, period.MonthsElapsed);
        Assert.Equal(label, period.Label);
        Assert.Equal(head, period.ShortLabel);
        Assert.Equal(closing, period.ToString());
    }

    [Theory]
    [InlineData(Frequency.Month, 4, "2025-12", "2026-01")]
    [InlineData(Frequency.Quarter, 4, "2010-12", "2011-03")]
    [InlineData(Frequency.Half, 4, "2025-09", "2026-03")]
    [InlineData(Frequency.Year, 4, "2025-03", "2026-03")]
    [InlineData(Frequency.Quarter, 8, "2010-10", "2011-01")]
    [InlineData(Frequency.Term, 9, "2010-12", "2011-04")]
    [InlineData(Frequency.Term, 9, "2011-04", "2011-07")]
    [InlineData(Frequency.Term, 9, "2011-07", "2011-12")]
    public void Periods_follow_each_other_across_years(Frequency frequency, int yearStart, string first, string second)
    {
        Assert.Equal(At(frequency, yearStart, second), At(frequency, yearStart, first).Next);
        Assert.Equal(At(frequency, yearStart, first), At(frequency, yearStart, second).Previous);
        Assert.True(At(frequency, yearStart, first) < At(frequency, yearStart, second));
    }

    [Theory]
    [InlineData(Frequency.Quarter, 4, "2011-05")]
    [InlineData(Frequency.Quarter, 8, "2011-03")]
    [InlineData(Frequency.Half, 4, "2011-06")]
    [InlineData(Frequency.Year, 4, "2011-12")]
    [InlineData(Frequency.Term, 9, "2011-08")]
    public void A_month_in_which_none_closes_is_no_period(Frequency frequency, int yearStart, string month) =>
        Assert.Throws<ArgumentException>(() => At(frequency, yearStart, month));

    /// <summary>Every month of three years, in every calendar: the periods cover time without gap or overlap.</summary>
    [Theory]
    [InlineData(Frequency.Month, 12)]
    [InlineData(Frequency.Quarter, 4)]
    [InlineData(Frequency.Term, 3)]
    [InlineData(Frequency.Half, 2)]
    [InlineData(Frequency.Year, 1)]
    public void Periods_cover_time_without_gap_or_overlap(Frequency frequency, int aYear)
    {
        for (var yearStart = 1; yearStart <= 12; yearStart++)
        {
            var calendar = new PeriodCalendar(frequency, yearStart);
            for (var month = M("2010-01"); month < M("2013-01"); month = month.AddMonths(1))
            {
                var holding = calendar.Holding(month);
                Assert.True(holding.Opening <= month && month <= holding.Closing);
                Assert.Equal(holding.Opening.AddMonths(-1), holding.Previous.Closing);
                Assert.Equal(calendar.ClosesIn(month) ? month : holding.Previous.Closing, calendar.LastClosedBy(month).Closing);
                Assert.Equal(holding.Closing.AddMonths(-12), holding.YearBefore.Closing);
                Assert.Equal(aYear, Enumerable.Range(0, 12).Count(step => calendar.ClosesIn(month.AddMonths(step))));
            }
        }
    }

    [Fact]
    public void Term_ends_are_a_setting_and_other_numbers_of_terms_are_numbered()
    {
        var six = new PeriodCalendar(Frequency.Term, 9, [10, 12, 2, 4, 5, 7]);

        Assert.Equal("term 3 2010/11", six.Closing(M("2011-02")).Label);
        Assert.Equal([10, 12, 2, 4, 5, 7], six.TermEnds);
    }

    [Fact]
    public void A_school_year_has_a_term() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodCalendar(Frequency.Term, 9, []));

    [Fact]
    public void Calendars_that_divide_time_alike_are_equal()
    {
        Assert.Equal(new PeriodCalendar(Frequency.Term, 9, [12, 4, 7]), new PeriodCalendar(Frequency.Term, 9, [7, 12, 4]));
        Assert.NotEqual(new PeriodCalendar(Frequency.Quarter, 4), new PeriodCalendar(Frequency.Quarter, 8));
    }

    [Theory]
    [InlineData("2025-10", true)]
    [InlineData("2025-13", false)]
    [InlineData("2025-1", false)]
    [InlineData("25-10", false)]
    [InlineData("2025-00", false)]
    [InlineData("1899-01", false)]
    [InlineData(null, false)]
    public void A_month_is_read_in_one_strict_form(string? text, bool reads) => Assert.Equal(reads, Month.TryParse(text, out _));

    [Fact]
    public void A_month_knows_its_days_leap_years_too()
    {
        Assert.Equal(new DateOnly(2024, 2, 29), M("2024-02").LastDay);
        Assert.Equal(-13, M("2024-12").MonthsSince(M("2026-01")));
        Assert.Equal(M("2026-01"), M("2024-12").AddMonths(13));
    }
}
