namespace Quarterdeck.Domain.Reports;

/// <summary>A term the reports use, which an organisation may put its own words for.</summary>
/// <param name="Code">Its name in the settings, after <c>labels.</c>: <c>floor</c>.</param>
/// <param name="Standard">Our words for it.</param>
public sealed record Label(string Code, string Standard);
