using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Quarterdeck.Web.Sites;

/// <summary>The site as its host gives it to the server, whatever the host keeps of each request.</summary>
internal abstract class StandingSite
{
    /// <returns>What the host keeps of the request.</returns>
    public abstract object Begin(IFeatureCollection features);

    public abstract Task Answer(object context);

    public abstract void End(object context, Exception? problem);
}

/// <inheritdoc/>
internal sealed class StandingSite<TContext>(IHttpApplication<TContext> application) : StandingSite
    where TContext : notnull
{
    public override object Begin(IFeatureCollection features) => application.CreateContext(features);

    public override Task Answer(object context) => application.ProcessRequestAsync((TContext)context);

    public override void End(object context, Exception? problem) => application.DisposeContext((TContext)context, problem);
}
