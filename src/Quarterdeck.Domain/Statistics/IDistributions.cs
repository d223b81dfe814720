namespace Quarterdeck.Domain.Statistics;

/// <summary>The distribution functions the statistics need. Domain takes no package, so a numerical library stands behind this.</summary>
public interface IDistributions
{
    /// <summary>The chance of a Student t this far from nought or farther, on either side; degrees of freedom may be a fraction.</summary>
    double StudentTwoSided(double t, double degreesOfFreedom);

    /// <summary>The Student t that this share lies under.</summary>
    double StudentQuantile(double share, double degreesOfFreedom);

    /// <summary>The chance of an F this large or larger.</summary>
    double FisherUpper(double f, double degreesOfFreedom, double degreesBelow);

    /// <summary>The share of a standard normal distribution under z.</summary>
    double Normal(double z);

    /// <summary>The z that this share of a standard normal distribution lies under.</summary>
    double NormalQuantile(double share);

    /// <summary>The chi-squared that this share lies under.</summary>
    double ChiSquaredQuantile(double share, double degreesOfFreedom);
}
