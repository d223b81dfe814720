using System.Text;

namespace Quarterdeck.Cli.Output;

/// <summary>Where a command writes: data to one side, progress and complaints to the other.</summary>
internal sealed class Terminal : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _data;

    /// <param name="data">Takes the data, in UTF-8 whatever the machine's own encoding.</param>
    /// <param name="error">Takes progress and complaints.</param>
    /// <param name="width">The width of a line in columns; null if the output is not a terminal.</param>
    /// <param name="usesColour">Whether words may be coloured.</param>
    public Terminal(Stream data, TextWriter error, int? width, bool usesColour)
    {
        _data = data;
        Output = new StreamWriter(data, Utf8) { NewLine = "\n" };
        Error = error;
        Width = width;
        UsesColour = usesColour;
    }

    /// <summary>Data as text.</summary>
    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public int? Width { get; }

    public bool UsesColour { get; }

    /// <summary>Whether it is that of the process, which then does nothing but the one command.</summary>
    public bool IsOfProcess { get; private init; }

    /// <summary>Where a person answers questions; null where nobody is there to be asked.</summary>
    public TextReader? Answers { get; init; }

    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Utf8;
        }

        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
        return new Terminal(Console.OpenStandardOutput(), error, WidthOfProcess(), ColourOfProcess())
        {
            IsOfProcess = true,
            Answers = Console.IsInputRedirected || Console.IsErrorRedirected ? null : Console.In,
        };
    }

    /// <summary>Data as bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Output.Flush();
        _data.Write(bytes);
        _data.Flush();
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Flush();
    }

    private static int? WidthOfProcess() => Console.IsOutputRedirected || Console.WindowWidth <= 0 ? null : Math.Max(60, Console.WindowWidth);

    /// <summary>Colour only where a person looks on and has not asked for none (no-color.org).</summary>
    private static bool ColourOfProcess() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
