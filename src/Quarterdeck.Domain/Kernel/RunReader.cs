using System.Runtime.CompilerServices;

namespace Quarterdeck.Domain.Kernel;

/// <summary>
/// A schedule's runs one after the other in one array of numbers, so that rating millions of series reads memory straight
/// ahead: per run its end and count of steps, its standard and first code, then the steps.
/// </summary>
internal ref struct RunReader(ReadOnlySpan<long> runs, int offset)
{
    private const int Header = 2;

    private readonly ReadOnlySpan<long> _runs = runs;
    private int _at = offset;

    /// <summary>The first period after the run.</summary>
    public readonly int Until => (int)(uint)(_runs[_at] & uint.MaxValue);

    public readonly int Steps => (int)(_runs[_at] >> 32);

    /// <summary>Which compiled standard.</summary>
    public readonly int Standard => (int)(_runs[_at + 1] >> 8);

    /// <summary>The rating code below the first step.</summary>
    public readonly long First => unchecked((sbyte)(byte)(_runs[_at + 1] & byte.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (long From, long Delta) Step(int index) => (_runs[_at + Header + (2 * index)], _runs[_at + Header + 1 + (2 * index)]);

    public void Next() => _at += Header + (2 * Steps);

    public static void Write(List<long> runs, int until, int standard, CompiledStandard compiled)
    {
        runs.Add(((long)compiled.Steps.Count << 32) | (uint)until);
        runs.Add(((long)standard << 8) | unchecked((byte)(sbyte)compiled.First));
        foreach (var (from, delta) in compiled.Steps)
        {
            runs.Add(from);
            runs.Add(delta);
        }
    }
}
