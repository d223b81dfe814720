using System.Globalization;
using Quarterdeck.Application.Records;
using Quarterdeck.Domain.Findings;

namespace Quarterdeck.Application.Findings;

/// <summary>A finding laid flat: what <c>check</c> writes, and every other command where a pack cannot be read.</summary>
public static class FindingRecord
{
    /// <summary>In the order written. The first five are the contract; what follows says the place again, field by field.</summary>
    public static IReadOnlyList<RecordField<Finding>> Fields { get; } =
    [
        new("code", finding => finding.Code),
        new("severity", finding => Word(finding.Severity)),
        new("where", finding => finding.Where),
        new("message", finding => finding.Message),
        new("remedy", finding => finding.Remedy),
        new("ref", finding => finding.Ref),
        new("file", finding => finding.File),
        new("row", finding => finding.Row?.ToString(CultureInfo.InvariantCulture), FieldKind.Number),
        new("column", finding => finding.Column),
        new("value", finding => finding.Value),
        new("expected", finding => finding.Expected),
        new("accepted", finding => finding.Accepted),
    ];

    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
    };
}
