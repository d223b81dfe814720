using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Packs.Findings;

/// <summary>Leaves a reader from deep inside when a file is refused; caught where the file was opened and told as a finding.</summary>
internal sealed class UnreadableFileException(Finding finding) : IOException(finding.Message)
{
    public Finding Finding { get; } = finding;
}
