using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Packs.Writing;

namespace Quarterdeck.Cli.Commands;

/// <summary>Keeps decisions about findings in the pack they are about.</summary>
internal static class PackDecisions
{
    /// <param name="pack">As it was read.</param>
    /// <param name="path">Its folder; a file is not written to.</param>
    /// <param name="decisions">What was decided now.</param>
    /// <returns>Why they cannot be kept; null when they were.</returns>
    public static string? Keep(Pack pack, string path, IReadOnlyList<CheckDecision> decisions)
    {
        if (!Directory.Exists(path))
        {
            return $"'{path}' is a file, so the decision cannot be kept in it. Write it yourself in its table checks (columns code, ref, state, reason): "
                + string.Join("; ", decisions.Select(decision => $"{decision.Code}, {decision.Ref?.Value}, accepted, {decision.Reason}"))
                    + ". Nothing was published.";
        }

        try
        {
            var kept = pack.Decisions.Where(decision => !decisions.Any(now => now.Code == decision.Code && now.Ref == decision.Ref));
            PackWriter.WriteDecisions(pack with { Decisions = [.. kept, .. decisions] }, path);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"The decision could not be written to '{path}': {problem.Message} Nothing was published.";
        }
    }
}
