using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Quarterdeck.Web.Diagnostics;

/// <summary>
/// Traces and metrics by OpenTelemetry, sent where the standard variables say (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like), and metrics under
/// <c>/metrics</c> for Prometheus and its like.
/// </summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Traces = "TRACES";
    private const string Metrics = "METRICS";

    /// <summary>What a span may tell. All else, such as the address with the words searched for, who asked and with what, is taken out.</summary>
    private static readonly HashSet<string> Told = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.name", "network.protocol.version", "error.type",
        "db.system", "db.system.name", "db.operation.name", "otel.status_code",
    };

    public static void Add(IServiceCollection services, string version, IReadOnlyDictionary<string, string> environment)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("quarterdeck", serviceVersion: version).AddEnvironmentVariableDetector());
        if (IsSent(environment, Traces))
        {
            telemetry.WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor(new Discreet()).AddOtlpExporter());
        }

        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
                .AddPrometheusExporter();
            if (IsSent(environment, Metrics))
            {
                metrics.AddOtlpExporter();
            }
        });
    }

    /// <summary>Tells the span of an answer, where there is one, what kind of page it was and how it was answered.</summary>
    public static void Answered(string method, string route, int status)
    {
        if (Activity.Current is { Source.Name: "Microsoft.AspNetCore" } span)
        {
            span.DisplayName = $"{method} {route}";
            span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
        }
    }

    private static bool IsSent(IReadOnlyDictionary<string, string> environment, string kind)
    {
        return !Is("OTEL_SDK_DISABLED", "true")
            && !Is($"OTEL_{kind}_EXPORTER", "none")
            && (environment.ContainsKey(Endpoint) || environment.ContainsKey($"OTEL_EXPORTER_OTLP_{kind}_ENDPOINT"));

        bool Is(string name, string value) => string.Equals(environment.GetValueOrDefault(name), value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Takes out of a span what could say who asked for what.</summary>
    internal sealed class Discreet : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList())
            {
                if (!Told.Contains(name))
                {
                    data.SetTag(name, null);
                }
            }

            // Who asked may have sent words of their own to be passed on.
            data.TraceStateString = null;
        }
    }
}
