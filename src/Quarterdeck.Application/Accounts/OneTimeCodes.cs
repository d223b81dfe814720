using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Application.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits). Whoever checks one learns its place in time, so that it can be used once:
/// ASP.NET Core's own provider takes a code as often as it is typed.
/// </summary>
public static class OneTimeCodes
{
    public const int Seconds = 30;
    private const int SecretBytes = 20;
    private const int StepsEitherWay = 1;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>In Base32, as authenticator apps take it.</summary>
    public static string NewSecret()
    {
        var secret = new StringBuilder();
        foreach (var bits in RandomNumberGenerator.GetBytes(SecretBytes).Chunk(5))
        {
            ulong five = 0;
            foreach (var one in bits)
            {
                five = (five << 8) | one;
            }

            for (var at = 35; at >= 0; at -= 5)
            {
                secret.Append(Alphabet[(int)((five >> at) & 31)]);
            }
        }

        return secret.ToString();
    }

    /// <summary>The place in time of a code; null where it is no code of about now.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(code);
        var typed = Encoding.UTF8.GetBytes(code.Replace(" ", string.Empty, StringComparison.Ordinal));
        var current = now.ToUnixTimeSeconds() / Seconds;
        long? found = null;
        for (var step = current - StepsEitherWay; step <= current + StepsEitherWay; step++)
        {
            found = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), typed) ? step : found;
        }

        return found;
    }

    /// <summary>The code of a place in time.</summary>
    public static string Code(string secret, long step)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, step);
#pragma warning disable CA5350 // Authenticator apps compute their codes with SHA-1, which is sound in an HMAC.
        var hash = HMACSHA1.HashData(Bytes(secret), moment);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in secret)
        {
            (held, bits) = (((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xffff, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((held >> bits) & 0xff));
            }
        }

        return [.. bytes];
    }
}
