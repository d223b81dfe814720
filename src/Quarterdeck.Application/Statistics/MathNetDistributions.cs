using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using Quarterdeck.Domain.Statistics;

namespace Quarterdeck.Application.Statistics;

/// <summary>Distribution functions of Math.NET Numerics. Tails are taken as tails, so that small chances keep their digits.</summary>
public sealed class MathNetDistributions : IDistributions
{
    public static readonly MathNetDistributions Instance = new();

    public double StudentTwoSided(double t, double degreesOfFreedom) =>
        double.IsInfinity(t) ? 0 : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    public double StudentQuantile(double share, double degreesOfFreedom) => StudentT.InvCDF(0, 1, degreesOfFreedom, share);

    public double FisherUpper(double f, double degreesOfFreedom, double degreesBelow) =>
        f <= 0 ? 1
        : double.IsInfinity(f) ? 0
        : SpecialFunctions.BetaRegularized(degreesBelow / 2, degreesOfFreedom / 2, degreesBelow / (degreesBelow + (degreesOfFreedom * f)));

    public double Normal(double z) => SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2;

    public double NormalQuantile(double share) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, share);

    public double ChiSquaredQuantile(double share, double degreesOfFreedom) => ChiSquared.InvCDF(degreesOfFreedom, share);
}
