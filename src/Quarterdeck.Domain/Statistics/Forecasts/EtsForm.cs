namespace Quarterdeck.Domain.Statistics.Forecasts;

/// <summary>How a slope is carried forward.</summary>
public enum EtsTrend
{
    None,
    Additive,

    /// <summary>It fades with each period.</summary>
    Damped,
}

/// <summary>A form of exponential smoothing with additive errors.</summary>
/// <param name="Trend">How a slope is carried forward.</param>
/// <param name="Seasons">Periods in a year with a level of their own; 1 for none.</param>
public sealed record EtsForm(EtsTrend Trend, int Seasons)
{
    public bool IsSeasonal => Seasons > 1;

    /// <summary>Smoothing parameters.</summary>
    public int Smoothing => 1 + (Trend == EtsTrend.None ? 0 : Trend == EtsTrend.Damped ? 2 : 1) + (IsSeasonal ? 1 : 0);

    /// <summary>First states that are free: the seasons add up to nought.</summary>
    public int FreeStates => 1 + (Trend == EtsTrend.None ? 0 : 1) + (IsSeasonal ? Seasons - 1 : 0);

    /// <summary>All that is fitted: parameters, states and the variance.</summary>
    public int Parameters => Smoothing + FreeStates + 1;

    /// <summary>As the field writes it: <c>ETS(A,Ad,N)</c>.</summary>
    public string Name => $"ETS(A,{Trend switch { EtsTrend.None => "N", EtsTrend.Additive => "A", EtsTrend.Damped => "Ad" }},{(IsSeasonal ? "A" : "N")})";
}

/// <summary>How much of each error is taken over.</summary>
/// <param name="Level">Alpha.</param>
/// <param name="Slope">Beta; 0 without a trend.</param>
/// <param name="Season">Gamma; 0 without seasons.</param>
/// <param name="Damping">Phi; 1 where the slope does not fade.</param>
public readonly record struct EtsParameters(double Level, double Slope, double Season, double Damping);

/// <summary>Where the series stands.</summary>
/// <param name="Level">Without its season.</param>
/// <param name="Slope">For each period; 0 without a trend.</param>
/// <param name="Seasons">The newest first; none without seasons.</param>
public sealed record EtsState(double Level, double Slope, IReadOnlyList<double> Seasons);
