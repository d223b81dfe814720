using Quarterdeck.Application.Website;

namespace Quarterdeck.Application.Tests.Website;

/// <summary>A search finds what people type.</summary>
public sealed class IndicatorSearchTests
{
    private static readonly (string Reference, string[] Texts)[] Known =
    [
        ("KPI1", ["Invoices paid on time", "Health bodies owe most of the oldest debts."]),
        ("KPI10", ["Complaints answered", "Staff moved to the children's services backlog."]),
        ("LL-2", ["Visits to the Llŷn library", "Safety of reservoirs"]),
        ("CS04a", ["Daytime phone calls answered"]),
    ];

    [Theory]
    [InlineData("invoices", "KPI1")]
    [InlineData("invoice", "KPI1")]
    [InlineData("INVOI", "KPI1")]
    [InlineData("invoces", "KPI1")]
    [InlineData("inovices", "KPI1")]
    [InlineData("complaint", "KPI10")]
    [InlineData("complaintes", "KPI10")]
    [InlineData("llyn", "LL-2")]
    [InlineData("Llŷn", "LL-2")]
    [InlineData("libraries", "LL-2")]
    [InlineData("kpi 1", "KPI1")]
    [InlineData("kpi-1", "KPI1")]
    [InlineData("ll2", "LL-2")]
    [InlineData("cs 04a", "CS04a")]
    [InlineData("phone calls", "CS04a")]
    [InlineData("calls phone", "CS04a")]
    [InlineData("debt owe", "KPI1")]
    [InlineData("childrens backlog", "KPI10")]
    public void It_finds_what_was_meant(string query, string reference) => Assert.Equal([reference], Found(query));

    [Theory]
    [InlineData("nothingiscalledthis")]
    [InlineData("invoices library")]
    [InlineData("kpi 7")]
    [InlineData("cats")]
    public void What_no_indicator_has_is_not_found(string query) => Assert.Empty(Found(query));

    [Theory]
    [InlineData("grievance", "KPI10")]
    [InlineData("telephone", "CS04a")]
    [InlineData("reading room", "LL-2")]
    [InlineData("invoices", "KPI1")]
    public void A_council_s_own_synonyms_find_the_same(string query, string reference)
    {
        string[][] synonyms = [["complaints", "grievance"], ["telephone", "phone calls"], ["library", "reading room"]];
        var search = new IndicatorSearch(Known.Select(one => (one.Reference, one.Texts.AsEnumerable<string?>())), synonyms);

        Assert.Equal([reference], search.Find(query).Select(place => Known[place].Reference));
    }

    [Fact]
    public void Where_some_words_are_enough_those_with_most_of_them_are_found() =>
        Assert.Equal(["CS04a"], Found("phone calls overseas", isAnyEnough: true));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("%&/")]
    public void Without_words_everything_is_found(string query) => Assert.Equal(Known.Length, Found(query).Count);

    private static List<string> Found(string query, bool isAnyEnough = false) =>
        [.. new IndicatorSearch(Known.Select(one => (one.Reference, one.Texts.AsEnumerable<string?>()))).Find(query, isAnyEnough).Order()
            .Select(place => Known[place].Reference)];
}
