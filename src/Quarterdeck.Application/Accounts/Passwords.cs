using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Application.Accounts;

/// <summary>Passwords: what makes a good one, and how it is kept (PBKDF2 with SHA-512, 210,000 rounds).</summary>
public static class Passwords
{
    /// <summary>ASVS 5.0 asks for 8 and recommends 15.</summary>
    public const int Least = 15;

    /// <summary>Longer ones are no safer, and would cost the server time.</summary>
    public const int Most = 200;

    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int LeastDifferent = 6;
    private const string Scheme = "pbkdf2-sha512";

    /// <summary>A hash no password has: what is compared where nobody has the name, so that it takes as long.</summary>
    public static readonly string Dummy = Hash(Tokens.New());

    /// <summary>What is wrong with a password; null where nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="known">What an attacker would try first: the e-mail address, the names of the council and the post.</param>
    public static string? Problem(string password, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length < Least ? $"Choose a password of {Least} characters or more; three words you can remember will do"
            : password.Length > Most ? $"Choose a password of at most {Most} characters"
            : password.Distinct().Count() < LeastDifferent ? "Choose a password with more different characters"
            : known.SelectMany(text => text.Split([' ', '@', '.'], StringSplitOptions.RemoveEmptyEntries).Append(text).Append(text.Split('@')[0]))
                .Any(word => word.Length >= LeastDifferent && password.Length - word.Length < LeastDifferent
                    && password.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? "Choose a password that is not made of your own or the council's name"
            : null;
    }

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Scheme} {Rounds} {Convert.ToBase64String(salt)} {Convert.ToBase64String(Stretched(password, salt, Rounds))}");
    }

    public static bool Is(string password, string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return hash.Split(' ') is [Scheme, var rounds, var salt, var kept]
            && CryptographicOperations.FixedTimeEquals(
                Stretched(password, Convert.FromBase64String(salt), int.Parse(rounds, CultureInfo.InvariantCulture)),
                Convert.FromBase64String(kept));
    }

    // What a keyboard composes and what it sends in one piece are the same password.
    private static byte[] Stretched(string password, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
