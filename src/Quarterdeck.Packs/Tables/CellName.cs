using System.Globalization;

namespace Quarterdeck.Packs.Tables;

/// <summary>A cell as a spreadsheet names it: <c>AB12</c>.</summary>
internal static class CellName
{
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static string Of(int column, int row) => Column(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The column's letters: <c>AB</c> for 27.</summary>
    public static string Column(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Column((column / 26) - 1) + (char)('A' + (column % 26));
}
