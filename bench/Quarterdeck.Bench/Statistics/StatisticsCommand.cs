namespace Quarterdeck.Bench.Statistics;

/// <summary>The command <c>statistics</c>; it has no options, so that everyone runs the same.</summary>
public static class StatisticsCommand
{
    public static int Run(IReadOnlyList<string> options, string usage)
    {
        if (options.Count > 0)
        {
            Console.Error.WriteLine($"'{options[0]}' is not understood.");
            Console.Error.WriteLine(usage);
            return 2;
        }

        SpeedBench.Run(Console.Out);
        TrendSimulation.Run(Console.Out);
        ForecastRecord.Run(Console.Out);
        return 0;
    }
}
