using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Hosting;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Caching;

/// <summary>Empties the output cache when another snapshot is shown. Its answers would not be given any more, but hold memory.</summary>
internal sealed class CacheEviction(SnapshotProvider provider, IOutputCacheStore cache) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        provider.Replaced += Evict;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        provider.Replaced -= Evict;
        return Task.CompletedTask;
    }

    private void Evict(object? sender, EventArgs e) => _ = cache.EvictByTagAsync(PublicPageAttribute.Tag, CancellationToken.None).AsTask();
}
