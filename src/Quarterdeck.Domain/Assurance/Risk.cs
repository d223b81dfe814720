using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;
using Quarterdeck.Domain.Periods;

namespace Quarterdeck.Domain.Assurance;

/// <summary>What is done about a risk as a whole.</summary>
public enum RiskResponse
{
    Treat,
    Tolerate,
    Transfer,
    Terminate,
}

public enum RiskRegister
{
    Corporate,
    Directorate,
    Division,
}

/// <summary>How likely something is and how much it would matter, each from 1 to the top of the council's scale.</summary>
public readonly record struct RiskScore(int Likelihood, int Impact)
{
    public int Product => Likelihood * Impact;

    /// <summary>The higher of the two.</summary>
    public int Highest => Math.Max(Likelihood, Impact);
}

/// <summary>A row of the table <c>risks</c>: how a risk is judged from one round on. A risk judged anew has a row for each judgement.</summary>
public sealed record Risk
{
    /// <summary>Other rows refer to it by this; the rows of one risk share it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Area { get; init; }

    /// <summary>The indicators that show whether it comes true.</summary>
    public IReadOnlyList<IndicatorRef> Refs { get; init; } = [];

    /// <summary>Codes of the objectives it would harm.</summary>
    public IReadOnlyList<string> Objectives { get; init; } = [];

    public string? Cause { get; init; }

    public string? Consequence { get; init; }

    /// <summary>As it stands, with what is being done.</summary>
    public RiskScore? Current { get; init; }

    /// <summary>As it would be if nothing were done.</summary>
    public RiskScore? Inherent { get; init; }

    /// <summary>As it should be.</summary>
    public RiskScore? Target { get; init; }

    /// <summary>The highest product of likelihood and impact that is accepted.</summary>
    public int? Appetite { get; init; }

    public RiskResponse? Response { get; init; }

    /// <summary>The post, or a name.</summary>
    public string? Owner { get; init; }

    public DateOnly? ReviewedOn { get; init; }

    public RiskRegister? Register { get; init; }

    /// <summary>Whether readers outside see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>First round this judgement holds for; null: always.</summary>
    public Month? From { get; init; }

    /// <summary>Last round it holds for; null: until the next judgement.</summary>
    public Month? To { get; init; }

    public Origin At { get; init; }

    public bool IsAboveAppetite => Current?.Product > Appetite;

    /// <summary>The judgement of each risk that holds in a round, in the order risks were first given.</summary>
    public static IReadOnlyList<Risk> In(IEnumerable<Risk> rows, Month round) =>
    [
        .. rows.GroupBy(row => row.Id, StringComparer.OrdinalIgnoreCase)
            .Select(risk => risk.Where(row => !(row.From > round)).MaxBy(row => row.From))
            .OfType<Risk>()
            .Where(row => !(row.To < round)),
    ];
}
