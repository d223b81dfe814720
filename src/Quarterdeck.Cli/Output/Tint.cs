using Quarterdeck.Domain.Findings;
using Quarterdeck.Domain.Ratings;

namespace Quarterdeck.Cli.Output;

/// <summary>A colour that repeats what the word beside it says.</summary>
internal enum Tint
{
    None,
    Good,
    Middling,
    Bad,
    Faint,
}

internal static class Tints
{
    public static Tint Of(Band? band) => band?.Standing switch
    {
        BandMeaning.Achieved => Tint.Good,
        BandMeaning.Short => Tint.Middling,
        BandMeaning.Failing => Tint.Bad,
        null => Tint.Faint,
    };

    public static Tint Of(Severity severity) => severity switch
    {
        Severity.Error => Tint.Bad,
        Severity.Warning => Tint.Middling,
        Severity.Note => Tint.Faint,
    };

    public static string Paint(Tint tint, string text) => tint switch
    {
        Tint.None => text,
        Tint.Good => $"\u001b[32m{text}\u001b[0m",
        Tint.Middling => $"\u001b[33m{text}\u001b[0m",
        Tint.Bad => $"\u001b[1;31m{text}\u001b[0m",
        Tint.Faint => $"\u001b[2m{text}\u001b[0m",
    };
}
