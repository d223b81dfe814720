namespace Quarterdeck.Web.Snapshots;

/// <summary>The snapshot that visitors see now. A request keeps the one that was current when it began.</summary>
public sealed class SnapshotProvider(DashboardSnapshot first)
{
    private volatile DashboardSnapshot _current = first;

    public DashboardSnapshot Current => _current;

    /// <summary>Raised after another snapshot took the place of the one before.</summary>
    public event EventHandler? Replaced;

    public void Replace(DashboardSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        _current = snapshot;
        Replaced?.Invoke(this, EventArgs.Empty);
    }
}
