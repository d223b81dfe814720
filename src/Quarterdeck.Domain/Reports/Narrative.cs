using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Reports;

/// <summary>A text of the round as a report shows it.</summary>
/// <param name="Text">Markdown subset.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="WrittenOn">When.</param>
public sealed record Narrative(string Text, string? Author, DateOnly? WrittenOn)
{
    /// <summary>Of an action or a risk of the registers: by when, how far, how high; null for a text.</summary>
    public string? Standing { get; init; }

    /// <summary>Who, when and how it stands, parted by commas; empty where nothing is known.</summary>
    public string Signature => string.Join(", ", new[] { Author, WrittenOn is { } on ? MonthNames.Long(on) : null, Standing }.OfType<string>());
}

/// <summary>Actions under one heading of their own (<c>In the longer term</c>), or under none.</summary>
public sealed record ActionGroup(string? Heading, IReadOnlyList<Narrative> Actions);

/// <summary>A risk with the actions that answer it.</summary>
public sealed record RiskNote(Narrative Risk, IReadOnlyList<Narrative> Answers);

/// <summary>What assurance has recorded.</summary>
public sealed record AssuranceNote(AssuranceState State, string StateWords, Narrative Note);

/// <summary>The texts about one indicator, or about several that share them.</summary>
public sealed record NarrativeGroup
{
    /// <summary>What they are about: <c>CS04a and CS04b</c>, an area's name, or a heading.</summary>
    public required string Heading { get; init; }

    public IReadOnlyList<IndicatorRef> Refs { get; init; } = [];

    public IReadOnlyList<Narrative> Commentary { get; init; } = [];

    public IReadOnlyList<ActionGroup> Actions { get; init; } = [];

    public IReadOnlyList<RiskNote> Risks { get; init; } = [];

    public IReadOnlyList<AssuranceNote> Assurance { get; init; } = [];

    /// <summary>What is being done first; null where nothing is told.</summary>
    public Narrative? FirstAction => Actions.SelectMany(group => group.Actions).Concat(Risks.SelectMany(risk => risk.Answers)).FirstOrDefault();
}
