using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Quarterdeck.Domain.Kernel;

/// <summary>Codes on their way from the width they are worked out in to one byte each.</summary>
internal static class NarrowedColumn
{
    /// <summary>Codes narrowed at once.</summary>
    public const int Step = 32;

    /// <param name="codes">Between -128 and 127; readable to the next whole step.</param>
    /// <param name="bytes">Where they go.</param>
    public static void Write(ReadOnlySpan<long> codes, Span<sbyte> bytes)
    {
        ref var from = ref MemoryMarshal.GetReference(codes);
        ref var to = ref MemoryMarshal.GetReference(bytes);
        var at = 0;
        for (; at <= bytes.Length - Step; at += Step)
        {
            Narrowed(ref from, at).StoreUnsafe(ref to, (nuint)at);
        }

        if (at < bytes.Length)
        {
            Span<sbyte> rest = stackalloc sbyte[Step];
            Narrowed(ref from, at).StoreUnsafe(ref MemoryMarshal.GetReference(rest));
            rest[..(bytes.Length - at)].CopyTo(bytes[at..]);
        }
    }

    private static Vector256<sbyte> Narrowed(ref long from, int at) =>
        Vector256.Narrow(Shorts(ref from, at), Shorts(ref from, at + 16));

    private static Vector256<short> Shorts(ref long from, int at) => Vector256.Narrow(Integers(ref from, at), Integers(ref from, at + 8));

    private static Vector256<int> Integers(ref long from, int at) =>
        Vector256.Narrow(Vector256.LoadUnsafe(ref from, (nuint)at), Vector256.LoadUnsafe(ref from, (nuint)(at + 4)));
}
