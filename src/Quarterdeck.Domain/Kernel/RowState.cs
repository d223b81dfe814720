namespace Quarterdeck.Domain.Kernel;

/// <summary>What a row of results says, where it is not simply a number.</summary>
public enum RowState : byte
{
    /// <summary>A number: final, provisional or estimated.</summary>
    Number,

    /// <summary>A number that is only forecast: it is rated, but is no part of a year to date, a direction or the latest.</summary>
    Forecast,

    /// <summary>A marker that takes the latest place: suspended, suppressed, nil.</summary>
    Marker,

    /// <summary>A marker that does not take the latest place: not yet due, new.</summary>
    Waiting,
}
