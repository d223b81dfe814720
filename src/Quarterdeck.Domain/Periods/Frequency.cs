namespace Quarterdeck.Domain.Periods;

/// <summary>How often an indicator has a result.</summary>
public enum Frequency
{
    Month,
    Quarter,
    Term,
    Half,
    Year,
}

/// <summary>Which year an indicator is counted in. The first month of each is a setting of the organisation.</summary>
public enum YearKind
{
    Financial,
    Academic,
    Calendar,
}
