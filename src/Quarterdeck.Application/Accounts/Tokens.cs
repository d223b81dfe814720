using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Application.Accounts;

/// <summary>Texts nobody can guess, and how they are kept: only their digests.</summary>
public static class Tokens
{
    private const int Bytes = 32;
    private const int IdBytes = 5;

    /// <summary>256 bits, for addresses and cookies.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Names a new row: <c>p-9f86d081aa</c>.</summary>
    public static string NewId(char kind) => $"{kind}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";

    public static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
