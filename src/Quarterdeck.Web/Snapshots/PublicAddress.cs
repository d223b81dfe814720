using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Web.Snapshots;

/// <summary>
/// Makes absolute links: from the setting public-address, else from that of the pack, else from the address listened on. What a visitor's request
/// says of the host is never used, since a visitor can say anything.
/// </summary>
public sealed class PublicAddress(WebsiteOptions options, SnapshotProvider provider, IServer server)
{
    /// <summary>Scheme and authority without a stroke at the end: <c>https://performance.example.gov.uk</c>.</summary>
    public string Base => options.PublicAddress ?? provider.Current.Site.PublicAddress ?? Listening();

    /// <param name="path">Begins with a stroke, and is escaped already.</param>
    public string Of(string path) => Base + path;

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
