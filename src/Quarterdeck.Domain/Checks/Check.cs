using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Checks;

/// <summary>One thing that is looked for before a report goes out. Each has a permanent code and says why it matters.</summary>
/// <param name="code">Permanent name: <c>ytd-outside-periods</c>.</param>
/// <param name="severity">How sure a finding is: an error is certainly wrong.</param>
/// <param name="title">What is looked for, for the reference.</param>
/// <param name="why">Why it matters, and what a finding looks like.</param>
/// <param name="remedy">What to do about it.</param>
public abstract class Check(string code, Severity severity, string title, string why, string remedy)
{
    public string Code { get; } = code;

    public Severity Severity { get; } = severity;

    public string Title { get; } = title;

    public string Why { get; } = why;

    public string Remedy { get; } = remedy;

    /// <summary>Whether it tells of figures growing old, which is left out of what is judged as at its round.</summary>
    public virtual bool IsAboutAge => false;

    public abstract IEnumerable<Finding> Run(CheckContext context);

    /// <summary>A finding of this check's own severity.</summary>
    protected Finding Find(string message, IndicatorRef? reference = null) => new(Code, Severity, message, Remedy) { Ref = reference?.Value };

    /// <summary>The same, at a row of a table.</summary>
    protected Finding Find(string message, IndicatorRef? reference, string table, Origin at, string? column = null, string? value = null) =>
        Find(message, reference) with { File = table + ".csv", Row = at.Row == 0 ? null : at.Row, Column = column, Value = value };
}
