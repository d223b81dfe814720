using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Kernel;

/// <summary>What a series is held against from one period until the next run begins.</summary>
/// <param name="From">The first period's number on the axis.</param>
/// <param name="Standard">Target, floor and thresholds, rounded as displayed.</param>
public readonly record struct StandardRun(int From, Standard Standard);
