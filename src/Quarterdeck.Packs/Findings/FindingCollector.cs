using System.Globalization;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Packs.Findings;

/// <summary>
/// The findings of one reading, in order. Of each kind in each file only the first few are kept and the rest counted,
/// so a file of a million faults neither fills the memory nor buries the person.
/// </summary>
public sealed class FindingCollector(int perKind = 20)
{
    private readonly List<Finding> _kept = [];
    private readonly Dictionary<(string Code, Severity Severity, string? File), int> _counts = [];

    /// <summary>Whether anything found forbids using what was read.</summary>
    public bool HasErrors { get; private set; }

    public void Add(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        HasErrors |= finding.Severity == Severity.Error;
        var kind = (finding.Code, finding.Severity, finding.File);
        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        if (count <= perKind)
        {
            _kept.Add(finding);
        }
    }

    /// <summary>Where the log stands, to go back to.</summary>
    internal (int Kept, Dictionary<(string Code, Severity Severity, string? File), int> Counts, bool HasErrors) Mark() =>
        (_kept.Count, new(_counts), HasErrors);

    /// <summary>Forgets what was found since.</summary>
    internal void BackTo((int Kept, Dictionary<(string Code, Severity Severity, string? File), int> Counts, bool HasErrors) mark)
    {
        _kept.RemoveRange(mark.Kept, _kept.Count - mark.Kept);
        _counts.Clear();
        foreach (var (kind, count) in mark.Counts)
        {
            _counts[kind] = count;
        }

        HasErrors = mark.HasErrors;
    }

    /// <summary>Every finding kept, each kind that has more followed by how many.</summary>
    public IReadOnlyList<Finding> All()
    {
        var all = new List<Finding>(_kept);
        foreach (var ((code, severity, file), count) in _counts.Where(kind => kind.Value > perKind))
        {
            var last = all.FindLastIndex(finding => finding.Code == code && finding.Severity == severity && finding.File == file);
            var more = (count - perKind).ToString("N0", CultureInfo.InvariantCulture);
            all.Insert(last + 1, new Finding(code, severity, $"And {more} more of the same kind.", all[last].Remedy) { File = file });
        }

        return all;
    }
}
