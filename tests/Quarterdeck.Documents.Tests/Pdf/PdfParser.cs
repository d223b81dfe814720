using System.Globalization;
using System.Text;

namespace Quarterdeck.Documents.Tests.Pdf;

/// <summary>A name of a PDF: <c>/Type</c> without its slash.</summary>
public sealed record PdfName(string Value);

public sealed record PdfReference(int Number);

/// <summary>Reads PDF values: numbers, names, strings, arrays, dictionaries and references.</summary>
public sealed class PdfParser(byte[] bytes, int at = 0)
{
    public int At { get; private set; } = at;

    public object? Read()
    {
        SkipSpace();
        switch ((char)bytes[At])
        {
            case '/':
                return ReadName();
            case '(':
                return ReadLiteral();
            case '[':
                return ReadArray();
            case '<' when bytes[At + 1] == '<':
                return ReadDictionary();
            case '<':
                return ReadHexadecimal();
            default:
                return ReadWord();
        }
    }

    public string Word()
    {
        SkipSpace();
        var start = At;
        while (At < bytes.Length && !IsSpace(bytes[At]) && "/[]<>()".IndexOf((char)bytes[At], StringComparison.Ordinal) < 0)
        {
            At++;
        }

        return Encoding.ASCII.GetString(bytes, start, At - start);
    }

    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return At >= bytes.Length;
        }
    }

    private object? ReadWord()
    {
        var word = Word();
        if (word.Length == 0)
        {
            throw new InvalidDataException($"Unexpected '{(char)bytes[At]}' at byte {At}.");
        }

        if (int.TryParse(word, CultureInfo.InvariantCulture, out var number))
        {
            var after = At;
            var generation = Word();
            if (generation == "0" && Word() == "R")
            {
                return new PdfReference(number);
            }

            At = after;
            return (double)number;
        }

        return double.TryParse(word, CultureInfo.InvariantCulture, out var real) ? real
            : word switch { "true" => true, "false" => false, "null" => null, _ => word };
    }

    private PdfName ReadName()
    {
        At++;
        return new PdfName(Word());
    }

    private string ReadLiteral()
    {
        var text = new StringBuilder();
        var depth = 0;
        do
        {
            var value = (char)bytes[At++];
            if (value == '\\')
            {
                text.Append((char)bytes[At++]);
                continue;
            }

            depth += value == '(' ? 1 : value == ')' ? -1 : 0;
            if (depth > 1 || (depth == 1 && value != '(') || (value == '(' && depth > 1))
            {
                text.Append(value);
            }
        }
        while (depth > 0);

        return text.ToString();
    }

    private string ReadHexadecimal()
    {
        var end = Array.IndexOf(bytes, (byte)'>', At);
        var content = Convert.FromHexString(Encoding.ASCII.GetString(bytes, At + 1, end - At - 1));
        At = end + 1;
        return content is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2) : Encoding.Latin1.GetString(content);
    }

    private List<object?> ReadArray()
    {
        At++;
        var items = new List<object?>();
        while (true)
        {
            SkipSpace();
            if (bytes[At] == ']')
            {
                At++;
                return items;
            }

            items.Add(Read());
        }
    }

    private Dictionary<string, object?> ReadDictionary()
    {
        At += 2;
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (true)
        {
            SkipSpace();
            if (bytes[At] == '>')
            {
                At += 2;
                return entries;
            }

            var key = ReadName().Value;
            entries[key] = Read();
        }
    }

    private void SkipSpace()
    {
        while (At < bytes.Length && IsSpace(bytes[At]))
        {
            At++;
        }
    }

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;
}
