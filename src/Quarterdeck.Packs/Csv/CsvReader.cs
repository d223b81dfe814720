using System.Text;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Files;
using Quarterdeck.Packs.Findings;
using Quarterdeck.Packs.Tables;

namespace Quarterdeck.Packs.Csv;

/// <summary>
/// Reads RFC 4180 from bytes, one record at a time: quotes, line breaks inside quotes, any line ending, a byte order
/// mark. Memory is one buffer and one record, whatever the file's size.
/// </summary>
internal sealed class CsvReader(Stream stream, string file, ReadLimits limits, FindingCollector log)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private byte[] _cell = new byte[256];
    private int _cellLength;
    private int _position;
    private int _filled;
    private int _row = 1;
    private int _line = 1;
    private int _cellLine = 1;
    private byte _delimiter = (byte)',';

    private enum CellEnd
    {
        Delimiter,
        Record,
    }

    /// <summary>Told once, before the first record.</summary>
    public Action<byte>? DelimiterNoticed { get; init; }

    public IEnumerable<RawRow> Records()
    {
        Start();
        var cells = new List<RawCell>();
        for (; Peek() >= 0; _row++)
        {
            ReadRecord(cells);
            if (cells.TrueForAll(cell => cell.Text.Length == 0))
            {
                continue;
            }

            if (_row > limits.Rows)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "rows", limits.Rows, _row));
            }

            yield return new RawRow(_row, cells.ToArray());
        }
    }

    private void Start()
    {
        Peek();
        var start = _buffer.AsSpan(0, _filled);
        if (CsvEncoding.Refuse(file, start) is { } refusal)
        {
            throw new UnreadableFileException(refusal);
        }

        if (start.StartsWith("\uFEFF"u8))
        {
            _position = 3;
        }

        _delimiter = CsvDelimiter.Of(start[_position..]);
        if (start[_position..].StartsWith("sep="u8) && start.Length > _position + 4)
        {
            // Excel's own hint line: it names the delimiter and is no record of the table.
            _delimiter = start[_position + 4];
            ReadRecord([]);
            _row++;
        }

        if (_delimiter != ',')
        {
            var name = _delimiter == ';' ? "a semicolon" : _delimiter == '\t' ? "a tab" : $"\"{(char)_delimiter}\"";
            log.Add(new Finding(
                "csv-delimiter",
                Severity.Note,
                $"The cells are parted by {name}; it was read so.",
                "Nothing to do. Save it with commas to be read everywhere.")
            {
                File = file,
                Row = 1,
                Expected = "cells parted by commas",
            });
        }

        DelimiterNoticed?.Invoke(_delimiter);
    }

    private void ReadRecord(List<RawCell> cells)
    {
        cells.Clear();
        CellEnd end;
        do
        {
            end = ReadCell();
            cells.Add(new RawCell(Decode()));
            if (cells.Count > limits.Columns)
            {
                throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "columns", limits.Columns, _row));
            }
        }
        while (end == CellEnd.Delimiter);
    }

    private CellEnd ReadCell()
    {
        _cellLength = 0;
        _cellLine = _line;
        if (Peek() == '"')
        {
            ReadQuoted();
        }

        while (true)
        {
            var value = Next();
            if (value == _delimiter)
            {
                return CellEnd.Delimiter;
            }

            switch (value)
            {
                case -1:
                    return CellEnd.Record;
                case '\r':
                    if (Peek() == '\n')
                    {
                        Next();
                    }

                    _line++;
                    return CellEnd.Record;
                case '\n':
                    _line++;
                    return CellEnd.Record;
                default:
                    Append((byte)value);
                    break;
            }
        }
    }

    private void ReadQuoted()
    {
        var opened = _line;
        Next();
        while (true)
        {
            var value = Next();
            if (value == '"' && Peek() != '"')
            {
                break;
            }

            switch (value)
            {
                case -1:
                    throw new UnreadableFileException(new Finding(
                        "csv-quote-open",
                        Severity.Error,
                        $"A quotation mark opened on line {opened} is never closed, so the rest of the file reads as one cell.",
                        "Close the quotation mark, or double it where it is part of the text.")
                    {
                        File = file,
                        Row = _row,
                        Expected = "a closing quotation mark",
                    });
                case '\r':
                    if (Peek() == '\n')
                    {
                        Next();
                    }

                    _line++;
                    Append((byte)'\n');
                    break;
                case '\n':
                    _line++;
                    Append((byte)'\n');
                    break;
                case '"':
                    Next();
                    Append((byte)'"');
                    break;
                default:
                    Append((byte)value);
                    break;
            }
        }

        SkipSpaces();
        if (Peek() is var after && after != -1 && after != _delimiter && after != '\r' && after != '\n')
        {
            log.Add(new Finding(
                "csv-stray-quote",
                Severity.Warning,
                $"On line {_line} text follows a closing quotation mark; it was added to the cell.",
                "Double a quotation mark that is part of the text.")
            {
                File = file,
                Row = _row,
                Expected = "a comma or the end of the line after a closing quotation mark",
            });
        }
    }

    private void SkipSpaces()
    {
        while (Peek() == ' ')
        {
            Next();
        }
    }

    private void Append(byte value)
    {
        if (value == 0)
        {
            throw new UnreadableFileException(
                CsvEncoding.NotText(file, $"Line {_line} holds a zero byte: the file is not plain text.", "Save the table again as CSV UTF-8.", _row));
        }

        if (_cellLength == limits.CellLength)
        {
            throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "characters in one cell", limits.CellLength, _row));
        }

        if (_cellLength == _cell.Length)
        {
            Array.Resize(ref _cell, _cell.Length * 2);
        }

        _cell[_cellLength++] = value;
    }

    private string Decode()
    {
        var bytes = _cell.AsSpan(0, _cellLength);
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : throw new UnreadableFileException(CsvEncoding.Invalid(file, _row, _cellLine, bytes));
    }

    private int Peek()
    {
        if (_position == _filled)
        {
            _position = 0;
            _filled = stream.ReadAtLeast(_buffer, _buffer.Length, throwOnEndOfStream: false);
            if (_filled == 0)
            {
                return -1;
            }
        }

        return _buffer[_position];
    }

    private int Next()
    {
        var value = Peek();
        if (value >= 0)
        {
            _position++;
        }

        return value;
    }
}
