using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Quarterdeck.Cli.Output;
using Quarterdeck.Web.Features.Start;
using Quarterdeck.Web.Options;

namespace Quarterdeck.Cli.Sites;

/// <summary><c>quarterdeck start</c>, and the program opened without a command: a page for one person at this computer.</summary>
internal static class StartCommand
{
    /// <summary>A free port, so that it can be opened twice.</summary>
    private const string Address = "http://127.0.0.1:0";

    public static Command Make(Terminal terminal, TimeProvider clock)
    {
        var isLeft = new Option<bool>("--no-browser") { Description = "Prints the address and opens no browser." };
        var command = new Command(
            "start",
            "Opens a page on this computer: choose your files, see what was read, look at the figures, publish. For one person, without an account.")
        {
            isLeft,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, clock, !parsed.GetValue(isLeft), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, TimeProvider clock, bool opensBrowser, CancellationToken cancellationToken)
    {
        using var own = new OwnFiles(clock);
        var key = WebsiteOptions.NewDraftKey();
        var options = new WebsiteOptions(Address, ProgramVersion.Current) { DraftKey = key, FirstPage = StartModel.Address };
        return await WebsiteRunner.RunAsync(
            terminal, StartModel.Nothing(), options, keys: null, (_, _) => Task.CompletedTask, cancellationToken, own: own, started: address =>
            {
                if (opensBrowser && terminal is { IsOfProcess: true, Answers: not null })
                {
                    Open(address);
                }
            });
    }

    /// <summary>Opens the person's own browser. Where there is none, the address is printed already.</summary>
    private static void Open(string address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception problem) when (problem is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
        }
    }
}
