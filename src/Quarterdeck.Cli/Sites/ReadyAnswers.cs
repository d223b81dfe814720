using System.CommandLine;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Configuration;
using Quarterdeck.Cli.Output;
using Quarterdeck.Storage;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary>The pages of a site that readers ask for first, made when something is published: a site that is started after it has them at once.</summary>
internal static class ReadyAnswers
{
    /// <summary>Makes and keeps them as a site would that is served from here without flags. What is published is published, whether this can be done or not.</summary>
    public static async Task Keep(Terminal terminal, IStore store, StoreLocation location, string organisation, TimeProvider clock, CancellationToken stop)
    {
        if (Settings() is not { } values || values.AnswerFileBeside(location) is not { } file)
        {
            return;
        }

        var options = values.ToSite();
        var published = new PublishedSite(store, organisation, clock, ServedSite.Answers(file, options));
        try
        {
            if (await published.Read(stop) is not { } shown || options.ColoursOf(shown.Colours).Faults().Count > 0)
            {
                return;
            }

            var source = new SiteSource(shown);
            using var server = new SiteServer(source, options) { IsUnheard = true };
            await using var app = SiteApp.Create(source, options, server);
            await app.StartAsync(stop);
            await server.MakeReady(stop);
            await published.Keep(source, terminal, stop);
        }
        catch (Exception kept) when (kept is StoreException or OperationCanceledException)
        {
            // The next start takes a moment longer, and says what is wrong with the store if that goes on.
        }
    }

    /// <summary>As the variables and the file say; null where any is wrong, which the site says when it is started.</summary>
    private static SettingValues? Settings()
    {
        var (settings, command) = (new SettingOptions(ServeCommand.Default, store: null), new Command("serve"));
        settings.AddTo(command);
        using var unheard = new Terminal(Stream.Null, TextWriter.Null, width: null, usesColour: false);
        return settings.Read(command.Parse([]), unheard, SettingOptions.EnvironmentOfProcess());
    }
}
