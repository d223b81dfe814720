
namespace Quarterdeck.Domain.Figures;

/// <summary>Why there is no number. Markers are different things and never become zero, red or green (rules: Values).</summary>
public enum Marker
{
    Suspended,
    NotYetDue,
    NotReturned,
    NotCollected,
    New,
    NotApplicable,
    NotAvailable,
    Suppressed,

    /// <summary>Printed <c>-</c>: nothing happened to measure. Not a zero: a printed 0 is a number.</summary>
    Nil,
    Withheld,
}
