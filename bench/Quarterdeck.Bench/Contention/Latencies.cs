using System.Globalization;

namespace Quarterdeck.Bench.Contention;

/// <summary>How long each of many calls took, in milliseconds.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    public int Count => _milliseconds.Count;

    public void Add(TimeSpan took) => _milliseconds.Add(took.TotalMilliseconds);

    public void Add(Latencies others) => _milliseconds.AddRange(others._milliseconds);

    public string Line(string name, TimeSpan time)
    {
        List<double> sorted = [.. _milliseconds.Order()];
        return sorted.Count == 0 ? $"{name,-38}{"none",10}" : string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-38}{Count,10:N0}{Count / time.TotalSeconds,10:N0}{At(0.5),10:N2}{At(0.99),10:N2}{sorted[^1],10:N1}");

        double At(double part) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];
    }
}
