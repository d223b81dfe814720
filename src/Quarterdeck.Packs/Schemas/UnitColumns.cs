using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

/// <summary>What a figure counts, in two columns: the unit, and for money its currency.</summary>
internal static class UnitColumns
{
    private const string Money = "money";

    public static readonly PackColumn Unit = new(
        "unit",
        ColumnType.Code,
        "What a figure counts: `percent`, `number`, `gbp`, `money`, `seconds`, `minutes`, `hours`, `days`, `per-10000`, `fte`, or the council's own word."
        + " Figures of a unit of time may be typed as `5:30` or `4m 22s`.")
    {
        Blank = "number"
    };

    public static readonly PackColumn Currency = new("currency", ColumnType.Word, "The currency of the unit `money`.")
    {
        Words = Domain.Indicators.Unit.Currencies,
        Blank = "GBP",
    };

    /// <summary>Pounds are a unit of their own; of other money the currency is written beside it.</summary>
    public static (string Unit, string? Currency) Write(Domain.Indicators.Unit unit) =>
        unit is { IsMoney: true, Code: not "gbp" } ? (Money, unit.Code.ToUpperInvariant()) : (unit.Code, null);

    public static Domain.Indicators.Unit Read(RowReader row)
    {
        var unit = UnitText.Read(row.Text(Unit));
        if (row.Text(Currency) is not { } currency)
        {
            return unit.Code == Money ? UnitText.Read("gbp") : unit;
        }

        var money = UnitText.Read(currency);
        if (!money.IsMoney)
        {
            row.Error(
                Currency,
                "unknown-word",
                currency,
                $"\"{currency}\" is no currency this knows.",
                string.Join(", ", Domain.Indicators.Unit.Currencies),
                "Write one of them; of another currency write its name as the unit, and leave currency blank.");
        }
        else if (unit.Code != Money && unit != money)
        {
            row.Error(
                Currency,
                "unit-and-currency-disagree",
                currency,
                $"The unit is {unit.Code}, but the row names the currency {currency}.",
                $"the unit {Money} with a currency",
                $"Write {Money} as the unit, or leave currency blank.");
        }

        return money.IsMoney ? money : unit;
    }
}
