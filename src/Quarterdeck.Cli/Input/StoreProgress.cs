using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Input;

/// <summary>Prints the progress of work on a store to standard error, one line per step.</summary>
internal sealed class StoreProgress(Terminal terminal) : IProgress<string>
{
    public void Report(string value) => terminal.Error.WriteLine(value);
}
