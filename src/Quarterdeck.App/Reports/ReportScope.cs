using Quarterdeck.Domain.Commentary;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.App.Reports;

/// <summary>What one report is made from: the pack, the rater, the month results go up to, and the round whose texts it carries.</summary>
internal sealed class ReportScope
{
    public ReportScope(Pack pack, ReportDefinition definition)
    {
        Pack = pack;
        Definition = definition;
        Rater = new Rater(pack);
        AsAt = definition.ResultsTo ?? Rater.DefaultAsAt;
        Labels = new Labels(pack.Settings);
        Round = pack.Commentary.Where(entry => entry.Round <= AsAt).Select(entry => (Month?)entry.Round).Max() ?? AsAt;
        Texts = [.. pack.Commentary
            .Where(entry => entry.Round == Round)
            .Select((entry, index) => (entry, index))
            .OrderBy(pair => pair.entry.Order ?? int.MaxValue)
            .ThenBy(pair => pair.index)
            .Select(pair => pair.entry)];
    }

    public Pack Pack { get; }

    public ReportDefinition Definition { get; }

    public Rater Rater { get; }

    public Month AsAt { get; }

    public Labels Labels { get; }

    /// <summary>The last round with texts that is not after the results.</summary>
    public Month Round { get; }

    /// <summary>The texts of the round, in their own order, else as given.</summary>
    public IReadOnlyList<CommentaryEntry> Texts { get; }

    /// <summary>The day whose post-holders are named: the meeting's, else the last of the results.</summary>
    public DateOnly ReportDate => Definition.MeetingOn ?? AsAt.LastDay;
}
