using System.Runtime.ExceptionServices;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Runs equal parts of one work side by side; on one thread without any ceremony.</summary>
internal static class Workers
{
    /// <param name="degree">How many parts, each on its own thread.</param>
    /// <param name="part">Does the part of that number, from 0.</param>
    public static void Run(int degree, Action<int> part)
    {
        if (degree == 1)
        {
            part(0);
            return;
        }

        try
        {
            Parallel.For(0, degree, new ParallelOptions { MaxDegreeOfParallelism = degree }, part);
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
    }
}
