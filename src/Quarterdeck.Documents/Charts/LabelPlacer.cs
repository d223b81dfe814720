namespace Quarterdeck.Documents.Charts;

/// <summary>Finds places for words where they touch neither each other nor a line.</summary>
/// <param name="room">Where words may stand.</param>
internal sealed class LabelPlacer(Box room)
{
    private const double Clearance = 2;

    private readonly List<Box> _taken = [];
    private readonly List<(Spot From, Spot To, bool Soft)> _lines = [];

    public void Take(Box box) => _taken.Add(box);

    /// <summary>A line that words keep clear of.</summary>
    /// <param name="spots">The line.</param>
    /// <param name="soft">A label that matters may stand on it, with a halo.</param>
    public void Avoid(IReadOnlyList<Spot> spots, bool soft)
    {
        for (var index = 1; index < spots.Count; index++)
        {
            _lines.Add((spots[index - 1], spots[index], soft));
        }
    }

    /// <summary>The first of the proposals that is free; null when none is.</summary>
    /// <param name="proposals">The same words in several places, best first.</param>
    /// <param name="matters">Better over a soft line than not at all.</param>
    public SceneText? Place(IReadOnlyList<SceneText> proposals, bool matters)
    {
        var found = proposals.FirstOrDefault(text => IsFree(text, overSoft: false))
            ?? (matters ? proposals.FirstOrDefault(text => IsFree(text, overSoft: true)) : null);
        if (found is not null)
        {
            Take(found.Bounds);
        }

        return found;
    }

    private bool IsFree(SceneText text, bool overSoft)
    {
        var box = text.Bounds;
        var clear = box.Grown(Clearance);
        return room.Contains(box)
            && !_taken.Exists(clear.Overlaps)
            && !_lines.Exists(line => !(overSoft && line.Soft) && clear.IsCrossedBy(line.From, line.To));
    }
}
