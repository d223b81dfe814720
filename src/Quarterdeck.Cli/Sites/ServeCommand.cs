using System.CommandLine;
using Microsoft.Extensions.Hosting;
using Quarterdeck.App.Sites;
using Quarterdeck.Cli.Packs;
using Quarterdeck.Cli.Publications;
using Quarterdeck.Cli.Records;
using Quarterdeck.Cli.Terminals;
using Quarterdeck.Web.Sites;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck serve PACK</c>: the dashboards as a site, until it is stopped.</summary>
internal static class ServeCommand
{
    private const string Default = "http://localhost:5080";

    public static Command Make(Terminal terminal)
    {
        var pack = PackArgument.Make();
        var urls = new Option<string>("--urls")
        {
            Description = "The addresses it answers on, with a semicolon between; port 0 takes a free one.",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => Default,
        };
        var command = new Command("serve", "Serves the dashboards of a pack as a website, for reading, until it is stopped with Ctrl+C.") { pack, urls };
        command.SetAction((parsed, stop) => Run(terminal, parsed.GetRequiredValue(pack), parsed.GetRequiredValue(urls), stop));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, string path, string urls, CancellationToken stop)
    {
        if (PackArgument.Open(terminal, path, RecordFormat.Table, stop) is not var (pack, files))
        {
            return ExitCode.CouldNotDoIt;
        }

        if (urls.Split(';', StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } addresses
            || !addresses.All(address => Uri.TryCreate(address.Replace("*", "any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            terminal.Error.WriteLine($"'{urls}' is no list of addresses. Write {Default}, or http://0.0.0.0:8080 to answer everybody.");
            return ExitCode.WrongUse;
        }

        var (brand, blemishes) = HouseStyle.Of(pack, files);
        HouseStyle.Tell(terminal, blemishes);
        await using var app = SiteApp.Create(new Site(pack), ReportFormats.Of(brand), new SiteOptions(urls, QuarterdeckProgram.Version, SiteFingerprint.Of(pack, brand)));
        try
        {
            await app.StartAsync(stop).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            terminal.Error.WriteLine($"It cannot answer on '{urls}': {problem.Message} Choose another port with --urls.");
            return ExitCode.CouldNotDoIt;
        }

        foreach (var address in app.Urls)
        {
            terminal.Output.WriteLine(address);
        }

        terminal.Error.WriteLine("Open it in a web browser. Ctrl+C stops it.");
        terminal.Output.Flush();
        await app.WaitForShutdownAsync(stop).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
