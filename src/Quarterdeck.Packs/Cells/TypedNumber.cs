using Quarterdeck.Domain.Results;

namespace Quarterdeck.Packs.Cells;

/// <summary>A number as a person typed it.</summary>
/// <param name="Value">Exact, decimal places as typed.</param>
/// <param name="IsPercent">Typed with a percent sign; the value is 97 for <c>97%</c>.</param>
/// <param name="IsMoney">Typed with a pound sign.</param>
/// <param name="Status">From a government shorthand after the number: <c>[p]</c>, <c>[r]</c>, <c>[f]</c>, <c>[e]</c>.</param>
public readonly record struct TypedNumber(decimal Value, bool IsPercent = false, bool IsMoney = false, ResultStatus? Status = null);
