namespace Quarterdeck.Domain.Kernel;

/// <summary>A row on its way to its cell.</summary>
/// <param name="Cell">In its block.</param>
/// <param name="IsForecast">Whether the number is a forecast.</param>
/// <param name="Numerator">Numerator or value.</param>
/// <param name="Denominator">As <see cref="Cells.Denominators"/> holds it.</param>
internal readonly record struct Row(int Cell, bool IsForecast, long Numerator, long Denominator);
