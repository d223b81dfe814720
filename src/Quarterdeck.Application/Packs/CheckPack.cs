using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Statistics;
using Quarterdeck.Domain.Assessment;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Results;

namespace Quarterdeck.Application.Packs;

/// <summary>Asks what is wrong or doubtful in a pack.</summary>
/// <param name="Pack">The pack; null where reading it found an error.</param>
/// <param name="Findings">What reading it found.</param>
/// <param name="Files">What lies beside it.</param>
/// <param name="Today">The day to check as of.</param>
public sealed record CheckPack(Pack? Pack, IReadOnlyList<Finding> Findings, IPackFiles Files, DateOnly Today);

public sealed class CheckPackHandler(IReportStyles styles)
{
    public CheckOutcome Handle(CheckPack request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Pack is not { } pack)
        {
            return new CheckOutcome.Unreadable { Findings = request.Findings };
        }

        var rater = new Rater(pack, MathNetDistributions.Instance);
        var asAt = AsAt(pack, rater, Month.Of(request.Today));
        var rated = rater.RateAll(asAt);
        cancellationToken.ThrowIfCancellationRequested();
        return new CheckOutcome.Checked
        {
            Findings = CheckDecisions.Apply(
                [
                    .. OncePerCell(request.Findings, CheckList.Run(pack, rated, request.Today, distributions: MathNetDistributions.Instance)),
                    .. styles.Read(pack, request.Files).Findings,
                ],
                pack.Decisions,
                asAt),
        };
    }

    /// <summary>What reading told of a cell is left out where the check list says of the same cell what is wrong with it.</summary>
    private static IEnumerable<Finding> OncePerCell(IReadOnlyList<Finding> read, IReadOnlyList<Finding> found)
    {
        var cells = found.Where(finding => finding is { Row: not null, Column: not null }).Select(Cell).ToHashSet();
        return [.. read.Where(finding => finding.Severity == Severity.Error || !cells.Contains(Cell(finding))), .. found];

        static (string?, int?, string?) Cell(Finding finding) => (finding.File, finding.Row, finding.Column);
    }

    /// <summary>The latest month with a result. A result that is dated later than today is mistyped, and must not make all others look old.</summary>
    private static Month AsAt(Pack pack, Rater rater, Month today) =>
        rater.DefaultAsAt <= today ? rater.DefaultAsAt
        : pack.Results.Where(result => result.Status != ResultStatus.Forecast && (result.Value?.Number ?? result.Numerator) is not null
            && result.Period.Closing <= today)
            .Select(result => (Month?)result.Period.Closing).Max() ?? rater.DefaultAsAt;
}

/// <summary>What came of a check.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>In the order found.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What was and was not checked, in a sentence.</summary>
    public abstract string Sentence { get; }

    public sealed record Checked : CheckOutcome
    {
        public override string Sentence => "The pack and its figures were checked.";
    }

    public sealed record Unreadable : CheckOutcome
    {
        public override string Sentence => "The checks of the figures were not made, because the pack cannot be read.";
    }
}
