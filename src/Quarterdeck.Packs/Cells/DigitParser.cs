using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>
/// Reads the plainest numbers straight from bytes: digits, a hyphen before them, a point between them, at most 15 digits. Of these
/// <see cref="NumberText"/> reads the same number; whatever else is typed is left to it.
/// </summary>
internal static class DigitParser
{
    private const int MostDigits = 15;

    /// <param name="cell">The cell's bytes.</param>
    /// <param name="number">The number, or a blank when the cell is empty.</param>
    public static bool TryRead(ReadOnlySpan<byte> cell, out PlainNumber number)
    {
        number = PlainNumber.Blank;
        if (cell.IsEmpty)
        {
            return true;
        }

        var isNegative = cell[0] == '-';
        var rest = isNegative ? cell[1..] : cell;
        if (rest.IsEmpty || rest.Length > MostDigits + 1 || rest[0] == '.' || rest[^1] == '.')
        {
            return false;
        }

        var (digits, point) = (0L, -1);
        for (var at = 0; at < rest.Length; at++)
        {
            var digit = rest[at] - '0';
            if (digit is >= 0 and <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (rest[at] == '.' && point < 0)
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        // Below nothing there is no zero in a whole number, but there is in a decimal.
        if ((isNegative && digits == 0) || (point < 0 && rest.Length > MostDigits))
        {
            return false;
        }

        number = new PlainNumber(isNegative ? -digits : digits, (sbyte)(point < 0 ? 0 : rest.Length - point - 1));
        return true;
    }
}
