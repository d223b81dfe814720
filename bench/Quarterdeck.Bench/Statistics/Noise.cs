namespace Quarterdeck.Bench.Statistics;

/// <summary>Random figures that are the same in every run.</summary>
internal sealed class Noise(int seed)
{
    private readonly Random _random = new(seed);

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>Figures of variance 1, each like the one before it by so much.</summary>
    public double[] Series(int count, double likeness)
    {
        var values = new double[count];
        for (var row = 0; row < count; row++)
        {
            values[row] = row == 0 ? Normal() : (likeness * values[row - 1]) + (Math.Sqrt(1 - (likeness * likeness)) * Normal());
        }

        return values;
    }
}
