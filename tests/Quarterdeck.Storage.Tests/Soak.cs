namespace Quarterdeck.Storage.Tests;

/// <summary>Long tests do a seeded few rounds, and all of them where the environment variable QUARTERDECK_SOAK is set.</summary>
internal static class Soak
{
    private static readonly bool IsFull = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("QUARTERDECK_SOAK"));

    /// <param name="full">How much in full.</param>
    /// <param name="few">How much otherwise.</param>
    public static int Of(int full, int few) => IsFull ? full : few;
}
