using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Checks;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Ratings;

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

        var rater = new Rater(pack);
        var rated = rater.RateAll(rater.DefaultAsAt);
        cancellationToken.ThrowIfCancellationRequested();
        return new CheckOutcome.Checked
        {
            Findings = [.. request.Findings, .. CheckList.Run(pack, rated, request.Today), .. styles.Read(pack, request.Files).Findings],
        };
    }
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
