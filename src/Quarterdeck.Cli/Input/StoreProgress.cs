using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Input;

/// <summary>Says on standard error how far work on a whole store is, a line a step.</summary>
internal sealed class StoreProgress(Terminal terminal) : IProgress<string>
{
    public void Report(string value) => terminal.Error.WriteLine(value);
}
