using Quarterdeck.Packs.Csv;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.TestKit;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>Measures the memory of the whole process, so no other test may run beside it.</summary>
[CollectionDefinition(nameof(LittleMemoryTests), DisableParallelization = true)]
[Collection(nameof(LittleMemoryTests))]
public sealed class LittleMemoryTests
{
    // The table is many times the memory allowed, so a reader that keeps its rows fails at either size.
    private static readonly long Size = Soak.Size(60L, 300L) << 20;
    private static readonly int Apart = Soak.Size(200_000, 1_000_000);

    [Fact]
    public void A_large_table_streams_through_little_memory()
    {
        var record = "CS01,2025-10,97.5,\"a note, in quotes\"\n"u8.ToArray();
        using var stream = new Endless(record, Size);
        var rows = 0;
        long most = 0;
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        foreach (var row in new CsvReader(stream, "t.csv", new ReadLimits { Rows = int.MaxValue }, new FindingCollector()).Records())
        {
            if (++rows % Apart == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(true) - before);
            }

            Assert.Equal(4, row.Cells.Count);
        }

        Assert.Equal((Size) / record.Length, rows);
        Assert.InRange(most, long.MinValue, 8L << 20);
    }

    /// <summary>One record again and again, so that a large file need not be on disk.</summary>
    private sealed class Endless(byte[] record, long length) : Stream
    {
        private readonly long _length = length / record.Length * record.Length;
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _length;

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = 0;
            while (given < count && _at < _length)
            {
                var from = (int)(_at % record.Length);
                var part = Math.Min(record.Length - from, count - given);
                record.AsSpan(from, part).CopyTo(buffer.AsSpan(offset + given));
                given += part;
                _at += part;
            }

            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
