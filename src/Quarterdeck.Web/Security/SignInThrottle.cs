using System.Net;
using System.Threading.RateLimiting;

namespace Quarterdeck.Web.Security;

/// <summary>
/// How often somebody may try to sign in: by the name tried, and by the address it is tried from. Nobody is locked out, so that nobody can lock out
/// another.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    private const int TriesByName = 10;
    private const int TriesByAddress = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> _names = Limiter<string>(TriesByName);
    private readonly PartitionedRateLimiter<IPAddress> _addresses = Limiter<IPAddress>(TriesByAddress);

    /// <summary>Whether it may be tried once more.</summary>
    public bool Allows(string name, IPAddress? address) =>
        _addresses.AttemptAcquire(address ?? IPAddress.None).IsAcquired & _names.AttemptAcquire(name.Trim().ToUpperInvariant()).IsAcquired;

    public void Dispose()
    {
        _names.Dispose();
        _addresses.Dispose();
    }

    private static PartitionedRateLimiter<T> Limiter<T>(int tries)
        where T : notnull =>
        PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetFixedWindowLimiter(
            key,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window, QueueLimit = 0 }));
}
