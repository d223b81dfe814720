namespace Quarterdeck.Domain.Periods;

/// <summary>English month names, independent of the machine's culture.</summary>
public static class MonthNames
{
    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <param name="number">1 to 12.</param>
    public static string Full(int number) => Names[number - 1];

    /// <summary>Three letters: <c>Sep</c>.</summary>
    public static string Short(int number) => Names[number - 1][..3];

    /// <summary><c>October 2025</c>.</summary>
    public static string Long(Month month) => $"{Full(month.Number)} {month.Year}";

    /// <summary><c>Oct 2025</c>.</summary>
    public static string Short(Month month) => $"{Short(month.Number)} {month.Year}";

    /// <summary><c>31 October 2025</c>.</summary>
    public static string Long(DateOnly date) => $"{date.Day} {Full(date.Month)} {date.Year}";
}
