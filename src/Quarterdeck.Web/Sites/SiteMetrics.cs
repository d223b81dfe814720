using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Quarterdeck.Web.Sites;

/// <summary>How many answers of which kind, and how long they took: for operators, without anything about a reader.</summary>
public sealed class SiteMetrics(TimeProvider clock)
{
    private static readonly double[] Bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private readonly long[] _statuses = new long[6];
    private readonly long[] _within = new long[Bounds.Length + 1];
    private readonly Lock _lock = new();
    private double _seconds;

    public TimeProvider Clock => clock;

    public void Count(int status, TimeSpan took)
    {
        var seconds = took.TotalSeconds;
        var place = 0;
        while (place < Bounds.Length && seconds > Bounds[place])
        {
            place++;
        }

        lock (_lock)
        {
            _statuses[Math.Clamp(status / 100, 0, 5)]++;
            _within[place]++;
            _seconds += seconds;
        }
    }

    /// <summary>In the text format that Prometheus and its like read.</summary>
    public string Text()
    {
        lock (_lock)
        {
            var text = new StringBuilder("# HELP quarterdeck_http_responses_total Answers by class of status.\n# TYPE quarterdeck_http_responses_total counter\n");
            for (var kind = 1; kind < _statuses.Length; kind++)
            {
                text.Append(CultureInfo.InvariantCulture, $"quarterdeck_http_responses_total{{status=\"{kind}xx\"}} {_statuses[kind]}\n");
            }

            text.Append("# HELP quarterdeck_http_duration_seconds Time to answer.\n# TYPE quarterdeck_http_duration_seconds histogram\n");
            var so = 0L;
            for (var place = 0; place < Bounds.Length; place++)
            {
                so += _within[place];
                text.Append(CultureInfo.InvariantCulture, $"quarterdeck_http_duration_seconds_bucket{{le=\"{Bounds[place]}\"}} {so}\n");
            }

            so += _within[^1];
            return text.Append(CultureInfo.InvariantCulture, $"quarterdeck_http_duration_seconds_bucket{{le=\"+Inf\"}} {so}\nquarterdeck_http_duration_seconds_sum {_seconds}\nquarterdeck_http_duration_seconds_count {so}\n").ToString();
        }
    }
}

/// <summary>Counts every answer.</summary>
internal sealed class Counted(RequestDelegate next, SiteMetrics metrics, ILogger<Counted> log)
{
    public Task InvokeAsync(HttpContext context) => context.Features.Get<Nobody>() is null ? Count(context) : next(context);

    private async Task Count(HttpContext context)
    {
        var start = metrics.Clock.GetTimestamp();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var took = metrics.Clock.GetElapsedTime(start);
            metrics.Count(context.Response.StatusCode, took);
            SiteLogs.Answered(log, context, took);
        }
    }
}
