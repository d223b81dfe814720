using System.Diagnostics;
using System.Globalization;
using Quarterdeck.Documents.Pdf;

namespace Quarterdeck.Bench.Documents;

/// <summary>How time and memory grow with the pages of a report.</summary>
public static class PagesBench
{
    private const int IndicatorsInPage = 2;

    public static void Run(int pages, TextWriter output)
    {
        output.WriteLine(
            $"{"pages",8}{"indicators",12}{"seconds",10}{"ms/page",10}{"MB of PDF",11}{"MB of tree",12}{"MB peak",10}{"KB/page",10}{"MB asked for",14}");
        PdfWriter.Write(SyntheticDashboard.Usual(), Stream.Null);
        foreach (var wanted in new[] { pages / 4, pages / 2, pages })
        {
            One(wanted, output);
        }

        output.WriteLine("MB of tree: what the document itself holds. MB peak: managed memory held at the most while writing, above that.");
    }

    private static void One(int wanted, TextWriter output)
    {
        var indicators = wanted * IndicatorsInPage;
        var empty = GC.GetTotalMemory(forceFullCollection: true);
        var document = SyntheticDashboard.Long(indicators);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var asked = GC.GetTotalAllocatedBytes(precise: true);
        using var counted = new HighWater();
        var watch = Stopwatch.StartNew();
        var result = PdfWriter.Write(document, counted);
        watch.Stop();
        asked = GC.GetTotalAllocatedBytes(precise: true) - asked;

        // Measured again with a full collection every so often, which is no way to measure time.
        using var looked = new HighWater { Looks = true };
        PdfWriter.Write(document, looked);
        var peak = looked.Peak - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Pages,8:N0}{indicators,12:N0}{watch.Elapsed.TotalSeconds,10:N2}{watch.Elapsed.TotalMilliseconds / result.Pages,10:N2}"
                + $"{counted.Length / 1048576.0,11:N1}{(before - empty) / 1048576.0,12:N1}{peak / 1048576.0,10:N1}{peak / 1024.0 / result.Pages,10:N1}"
                + $"{asked / 1048576.0,14:N0}"));
        GC.KeepAlive(document);
    }

    /// <summary>Keeps nothing of what is written, and looks now and then how much memory is held.</summary>
    private sealed class HighWater : Stream
    {
        private const int EveryBytes = 1 << 20;

        private long _length;

        public bool Looks { get; init; }

        public long Peak { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Looks && (_length + buffer.Length) / EveryBytes > _length / EveryBytes)
            {
                Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
            }

            _length += buffer.Length;
        }
    }
}
