using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>What a person finds who opens a published workbook to work with its figures.</summary>
public sealed class WorkbookDataTests
{
    [Fact]
    public void One_sheet_has_a_row_for_each_indicator_and_period_with_numbers_units_targets_and_ratings()
    {
        Assert.SkipWhen(OpenPyxl.WhyNot() is not null, OpenPyxl.WhyNot() ?? string.Empty);
        using var folder = new TemporaryPack();
        var sample = Samples.Folder(Samples.District);
        var answer = QuarterdeckInProcess.Run(["publish", sample, "--report", "quarterly", "--out", folder["out"], "--formats", "xlsx,csv"]);
        Assert.True(answer.Exit == 0, answer.Said + answer.Data);

        var said = OpenPyxl.Run(folder["out"], """
        import openpyxl, csv
        book = openpyxl.load_workbook('quarterly.xlsx')
        rows = list(book['Figures'].iter_rows(values_only=True))
        start = next(i for i, row in enumerate(rows) if row[0] == 'Ref')
        head, data = rows[start], rows[start + 1:]
        with open('quarterly-periods.csv', encoding='utf-8-sig') as file:
            print(len(data) == sum(1 for _ in csv.DictReader(file)), len(book.sheetnames) <= 20)
        row = next(r for r in data if r[0] == 'FI06' and r[head.index('Closing month')] == '2025-10')
        print([row[head.index(name)] for name in ('Value', 'As printed', 'Unit', 'Target', 'Floor', 'Rating')])
        """);

        Assert.True(said.Exit == 0, said.Said);
        Assert.Equal("True True\n[23.6, '23.6', 'days', 19, 22, 'Red']", said.Data.Trim().ReplaceLineEndings("\n"));
    }
}
