using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Domain.Tests.Reports;

public sealed class LabelsTests
{
    [Fact]
    public void Every_term_of_the_catalogue_is_named_once() =>
        Assert.Equal(Labels.Catalogue.Count, Labels.Catalogue.Select(label => label.Code).Distinct().Count());

    [Fact]
    public void Every_term_that_is_defined_is_in_the_catalogue() =>
        Assert.Equal(
            typeof(Labels).GetFields().Where(field => field.FieldType == typeof(Label)).Select(field => ((Label)field.GetValue(null)!).Code)
                .Concat(ReportSections.Known.Values.Select(label => label.Code))
                .Order(),
            Labels.Catalogue.Select(label => label.Code).Order());

    [Fact]
    public void A_setting_puts_the_councils_own_word_in_a_terms_place()
    {
        var labels = new Labels(new Settings([new PackSetting("labels.floor", "Minimum standard")]));

        Assert.Equal("Minimum standard", labels.Of(Labels.Floor));
        Assert.Equal("Target", labels.Of(Labels.Target));
    }

    [Theory]
    [InlineData("cabinet-member", 1, "Cabinet member")]
    [InlineData("cabinet-member", 2, "Cabinet members")]
    [InlineData("responsible-officer", 2, "Responsible officers")]
    [InlineData("delivery-partner", 1, "Delivered by")]
    [InlineData("delivery-partner", 3, "Delivered by")]
    [InlineData("programme-manager", 1, "Programme manager")]
    public void Roles_are_headings_in_the_number_of_their_holders(string role, int holders, string heading) =>
        Assert.Equal(heading, new Labels(new Settings([])).Role(role, holders));

    [Theory]
    [InlineData(Frequency.Month, "Month rating", "Same month last year")]
    [InlineData(Frequency.Quarter, "Quarter rating", "Same quarter last year")]
    [InlineData(Frequency.Year, "Year rating", "Previous year")]
    public void Heads_follow_the_rhythm_of_the_table(Frequency frequency, string rating, string yearBefore)
    {
        var labels = new Labels(new Settings([]));

        Assert.Equal((rating, yearBefore), (labels.RatingOf(frequency), labels.YearBefore(frequency)));
    }
}
