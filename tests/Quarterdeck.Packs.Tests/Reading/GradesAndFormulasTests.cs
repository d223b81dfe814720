using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>Figures that are words, and figures that are made of others, on their way into a pack and out of it.</summary>
public sealed class GradesAndFormulasTests
{
    private const string Scheme = "scheme,order,band,rule,label\ninspection,1,good,grade,Good\ninspection,2,weak,grade,Requires improvement\n";

    [Theory]
    [InlineData("yes")]
    [InlineData("Y")]
    [InlineData("TRUE")]
    [InlineData("1")]
    public void Yes_is_read_as_people_write_it(string typed) => Assert.Equal("Yes", Value("yes-no", typed));

    [Theory]
    [InlineData("no")]
    [InlineData("N")]
    [InlineData("false")]
    [InlineData("0")]
    public void No_is_read_as_people_write_it(string typed) => Assert.Equal("No", Value("yes/no", typed));

    [Theory]
    [InlineData("good", "Good")]
    [InlineData("Requires Improvement", "Requires improvement")]
    [InlineData("weak", "Requires improvement")]
    public void A_grade_is_read_by_its_word_or_code(string typed, string word) => Assert.Equal(word, Value("grade", typed));

    [Fact]
    public void A_grade_may_be_called_what_is_a_marker_elsewhere()
    {
        var reading = Read(new()
        {
            ["schemes"] = "scheme,order,band,rule\nstreet,1,a,grade\nstreet,2,c,grade\nstreet,3,x,grade\n",
            ["indicators"] = "ref,title,kind,unit,scheme\nK1,A,kpi,grade,street\n",
            ["results"] = "ref,period,value\nK1,2025-04,C\nK1,2025-05,x\nK1,2025-06,..\n",
        });

        Assert.Equal(["C", "X", "not available"], reading.Pack!.Results.Select(result => result.Value.ToString()));
    }

    [Theory]
    [InlineData("grade", "Godo", "Write Good if that is what is meant.")]
    [InlineData("grade", "1", "Write one of them, or add the grade to the scheme in schemes.")]
    [InlineData("yes-no", "maybe", "Write one of them, or add the grade to the scheme in schemes.")]
    public void Another_word_is_refused_with_those_that_would_do(string unit, string typed, string remedy)
    {
        var finding = Assert.Single(Findings(unit, typed), found => found.Code == "not-a-grade");

        Assert.Equal((Severity.Error, "value", typed, remedy), (finding.Severity, finding.Column, finding.Value, finding.Remedy));
    }

    [Fact]
    public void A_marker_may_stand_where_a_grade_would() => Assert.Equal("suspended", Value("grade", "suspended"));

    [Fact]
    public void Many_grades_are_read_like_few()
    {
        var rows = string.Concat(Enumerable.Range(0, 6000).Select(number => $"K1,{1900 + (number / 12 % 200)}-{(number % 12) + 1:00},Good\n").Distinct());

        Assert.All(Read("grade", rows).Pack!.Results, result => Assert.Equal("Good", result.Value.ToString()));
    }

    [Fact]
    public void A_pack_of_grades_written_and_read_again_says_the_same()
    {
        using var scratch = new Scratch();
        var pack = Read("grade", "K1,2025-04,weak\n", "K1,2025-04,Good\n").Pack!;

        PackWriter.WriteFolder(pack, scratch.Folder);

        Assert.Contains("K1,2025-04,Requires improvement", File.ReadAllText(scratch.Path("results.csv")), StringComparison.Ordinal);
        Assert.Contains("K1,2025-04,period,Good", File.ReadAllText(scratch.Path("targets.csv")), StringComparison.Ordinal);
        Assert.Equal(Content.Of(pack), Content.Of(PackReader.Read(scratch.Folder).Pack!));
    }

    [Theory]
    [InlineData("unit\nK1,A,kpi,grade", "scheme-without-grades")]
    [InlineData("frequency,from_months\nK1,A,kpi,month,sum", "months-of-a-month")]
    [InlineData("unit,frequency,from_months\nK1,A,kpi,yes-no,year,last", "months-of-a-grade")]
    [InlineData("numerator_ref\nK1,A,kpi,K2", "blank-cell")]
    [InlineData("denominator_ref\nK1,A,kpi,K2", "blank-cell")]
    [InlineData("numerator_ref,denominator_ref\nK1,A,kpi,K2,K9", "unknown-reference")]
    [InlineData("numerator_ref,denominator_ref\nK1,A,kpi,K1,K2", "formula-of-itself")]
    [InlineData("numerator_ref,denominator_ref\nK1,A,kpi,K3,K2\nK3,C,kpi,K2,K1", "formula-of-itself")]
    [InlineData("numerator_ref,denominator_ref,frequency\nK1,A,kpi,K2,K2,quarter", "formula-of-other-periods")]
    [InlineData("replaced_by\nK1,A,kpi,K9", "unknown-reference")]
    [InlineData("tolerance\nK1,A,kpi,-1", "out-of-bounds")]
    [InlineData("tolerance,scheme\nK1,A,kpi,5,inspection", "tolerance-without-band")]
    public void What_cannot_be_made_is_an_error(string columns, string code)
    {
        var folder = new Dictionary<string, string> { ["indicators"] = $"ref,title,kind,{columns}\nK2,B,activity\n", ["results"] = "ref,period,value\nK2,2025-04,1\n" };

        Assert.Contains(Read(folder).Findings, finding => finding.Code == code && finding.Severity == Severity.Error);
    }

    [Fact]
    public void A_result_of_a_made_figure_is_refused_with_the_figures_it_is_made_of()
    {
        var reading = Read(new()
        {
            ["indicators"] = "ref,title,kind,numerator_ref,denominator_ref\nK1,A,kpi,K2,K3\nK2,B,activity,,\nK3,C,activity,,\n",
            ["results"] = "ref,period,value\nK2,2025-04,1\nK3,2025-04,2\nK1,2025-04,0.5\n",
        });

        var finding = Assert.Single(reading.Findings, found => found.Severity == Severity.Error);
        Assert.Equal(("result-of-formula", "K1 is made of K2 over K3, so it has no results of its own."), (finding.Code, finding.Message));
    }

    [Fact]
    public void Results_of_a_quarter_made_from_months_are_given_by_month()
    {
        var reading = Read(new()
        {
            ["indicators"] = "ref,title,kind,frequency,from_months\nK1,A,kpi,quarter,sum\n",
            ["results"] = "ref,period,value\nK1,Apr 2025,1\nK1,May 2025,2\nK1,2025-06,3\n",
        });

        Assert.Equal(["2025-04", "2025-05", "2025-06"], reading.Pack!.Results.Select(result => result.Period.ToString()));
    }

    private static string Value(string unit, string typed) => Read(unit, $"K1,2025-04,{typed}\n").Pack!.Results[0].Value.ToString()!;

    private static IReadOnlyList<Finding> Findings(string unit, string typed) => Read(unit, $"K1,2025-04,{typed}\n").Findings;

    private static PackReading Read(string unit, string results, string? targets = null)
    {
        var tables = new Dictionary<string, string>
        {
            ["schemes"] = Scheme,
            ["indicators"] = $"ref,title,kind,unit,scheme\nK1,A,kpi,{unit},inspection\n",
            ["results"] = "ref,period,value\n" + results,
        };
        if (targets is not null)
        {
            tables["targets"] = "ref,from,target\n" + targets;
        }

        return Read(tables);
    }

    private static PackReading Read(Dictionary<string, string> tables)
    {
        using var scratch = new Scratch();
        tables.TryAdd("settings", "key,value\norganisation,Test Council\n");
        tables.TryAdd("schemes", Scheme);
        foreach (var (name, text) in tables)
        {
            File.WriteAllText(scratch.Path(name + ".csv"), text);
        }

        return PackReader.Read(scratch.Folder);
    }
}
