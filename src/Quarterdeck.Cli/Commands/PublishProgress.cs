using Quarterdeck.Application.Publishing;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Commands;

/// <summary>Says on standard error which report is being made in which format, one line per report.</summary>
internal sealed class PublishProgress(Terminal terminal) : IProgress<PublishStep>
{
    private string? _report;

    public void Report(PublishStep value)
    {
        if (_report != value.Report)
        {
            Finish();
            terminal.Error.Write($"  {value.Report}:");
            _report = value.Report;
        }

        terminal.Error.Write($" {value.Format}");
        terminal.Error.Flush();
    }

    /// <summary>Ends the line that is begun.</summary>
    public void Finish()
    {
        if (_report is not null)
        {
            terminal.Error.WriteLine();
            _report = null;
        }
    }
}
