namespace Quarterdeck.Cli.Output;

/// <summary>What a command says to the program that called it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>An error was found, or a difference: the command did its work and the pack wants some.</summary>
    public const int Findings = 1;

    public const int WrongUse = 2;

    /// <summary>The pack cannot be read, or the disk would not take the report; nothing was written.</summary>
    public const int CouldNotDoIt = 3;

    /// <summary>The program met an error it was not prepared for.</summary>
    public const int Unforeseen = 4;

    /// <summary>Ctrl+C, as shells number it.</summary>
    public const int Stopped = 130;
}
