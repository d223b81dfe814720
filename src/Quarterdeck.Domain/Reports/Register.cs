using Quarterdeck.Domain.Assurance;

namespace Quarterdeck.Domain.Reports;

/// <summary>A risk as a register shows it.</summary>
/// <param name="Risk">As judged for the round.</param>
/// <param name="Before">As judged for the report before; null where it was not held then.</param>
/// <param name="Movement">Whether it went up or down, in a word or two.</param>
/// <param name="Actions">Titles of the open actions that answer it.</param>
public sealed record RiskLine(Risk Risk, Risk? Before, string Movement, IReadOnlyList<string> Actions);

/// <summary>An action as a register shows it.</summary>
/// <param name="Action">The row.</param>
/// <param name="About">The indicators, the risk or the area it is for.</param>
/// <param name="Due">The day it is promised for, and whether that was moved or has passed.</param>
/// <param name="Status">How it stands, in words.</param>
/// <param name="Group">Overdue, open or done.</param>
public sealed record ActionLine(PlannedAction Action, string About, string Due, string Status, string Group);
