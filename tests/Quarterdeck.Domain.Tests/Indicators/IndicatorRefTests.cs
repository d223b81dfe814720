using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Tests.Indicators;

public sealed class IndicatorRefTests
{
    /// <summary>As councils and other public bodies write them.</summary>
    public static TheoryData<string> Written =>
    [
        "CS04a", "FN06", "NI 192", "C&L05d", "BV/12", "PI 3.1(a)", "LI_12", "schools-category", "1.2.3", "KPI#4", "CORP 09", "BVPI 82a(i)", "A+B", "50%", "ÀÉ1",
        "H&S: 7",
        "P1/Q2", "L'pool 3", "[old] 8", "12", "a", "@home", "=SUM", "-5", "C:3", "Waste, all", "\"quoted\"", "x|y", "~1", "A\\B", "..", "../secret", ".hidden",
        "CON",
        "{9}", "<5 min>", "A?b", "NI\u00A0192", "£ 4", "日本 1", "1234567890123456789012345678901234567890",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" NI 192")]
    [InlineData("NI 192 ")]
    [InlineData("NI\n192")]
    [InlineData("NI\t192")]
    [InlineData("NI\u202E192")]
    [InlineData("NI\u200B192")]
    [InlineData("A;B")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void What_is_too_long_or_cannot_be_seen_or_parts_lists_is_no_reference(string typed) => Assert.False(IndicatorRef.IsValid(typed));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_reference_is_any_text_people_write(string typed)
    {
        Assert.True(IndicatorRef.IsValid(typed));
        Assert.Equal(typed, new IndicatorRef(typed).Value);
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void As_a_file_name_it_is_one_part_of_a_path_and_no_trick(string typed)
    {
        var name = new IndicatorRef(typed).FileName;

        Assert.DoesNotContain(name, letter => "/\\:*?\"<>|%#".Contains(letter, StringComparison.Ordinal));
        Assert.NotEqual('.', name[0]);
        Assert.Equal(name, Path.GetFileName(name));
        Assert.DoesNotContain(name, letter => char.IsControl(letter));
    }

    [Fact]
    public void Different_references_have_different_file_names()
    {
        var references = Written.Select(row => row.Data).Concat(["BV~2F12", "BV_12", "BV 12", "BV-12", "BV12"]).ToList();

        Assert.Equal(references.Count, references.Select(each => new IndicatorRef(each).FileName).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("CS04a", "CS04a")]
    [InlineData("NI 192", "NI 192")]
    [InlineData("BV/12", "BV~2F12")]
    [InlineData("..", "~2E.")]
    [InlineData("~1", "~7E1")]
    public void What_would_be_a_path_is_written_as_its_code(string typed, string name) => Assert.Equal(name, new IndicatorRef(typed).FileName);
}
