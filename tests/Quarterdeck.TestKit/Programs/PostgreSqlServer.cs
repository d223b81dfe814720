using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Quarterdeck.TestKit.Programs;

/// <summary>
/// A PostgreSQL server of the tests' own: on a free port of this machine, in a folder of its own, gone when they are over,
/// however they end. It sorts text as English does unless it is told otherwise, as servers in councils do.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    /// <summary>The role that may do everything on it.</summary>
    public const string Superuser = "superuser";

    /// <summary>Every role's password; made so that it must be quoted in an address.</summary>
    public const string Password = "p@ss:word/1";

    // It ends when its input does, and that ends with the tests, even when they are killed.
    private const string Script = """
        set -e
        bin=$1; port=$2; password=$3; connections=$4; certificate=$5; key=$6; secure=off
        folder=$(mktemp -d /tmp/quarterdeck-postgresql-XXXXXX)
        trap 'rm -rf "$folder"' EXIT
        printf '%s' "$password" > "$folder/password"
        "$bin/initdb" -D "$folder/data" -U superuser --pwfile="$folder/password" --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-GB > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
        if [ -n "$certificate" ]; then
          secure=on
          (umask 077; printf '%s\n' "$certificate" > "$folder/data/server.crt"; printf '%s\n' "$key" > "$folder/data/server.key")
        fi
        serve() {
          "$bin/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c max_connections="$connections" -c ssl="$secure" >> "$folder/log" 2>&1 &
          server=$!
        }
        start() {
          serve
          for attempt in $(seq 300); do
            "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" && { echo ready; return; }
            # While it was down, somebody's connection may have been given its port: that passes.
            kill -0 "$server" 2> /dev/null || { sleep 0.5; serve; }
            sleep 0.1
          done
          cat "$folder/log"; exit 1
        }
        start
        while read -r what which; do
          case $what in
            kill) kill -KILL "$server"; wait "$server" || true; while pgrep -f -- "-D $folder/data" > /dev/null || pgrep -P "$server" > /dev/null; do sleep 0.05; done; echo killed ;;
            start) start ;;
            end) kill -KILL "$which" || true; echo ended ;;
          esac
        done
        # Nothing of it is needed any more; one that is told so while it recovers may otherwise never end.
        kill -QUIT "$server" || true
        for attempt in $(seq 100); do kill -0 "$server" 2> /dev/null || break; sleep 0.1; done
        pkill -KILL -P "$server" || true
        kill -KILL "$server" 2> /dev/null || true
        wait "$server" || true
        """;

    // A minute's worth of attempts to start, and as much again for a busy machine.
    private static readonly TimeSpan ItsAnswer = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private PostgreSqlServer(Process process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    /// <summary>Why it cannot be started here; null where it can. On the build machine it always can, or the tests fail.</summary>
    public static string? WhyNot =>
        Environment.GetEnvironmentVariable("CI") is "true" || Programs() is not null
            ? null
            : "PostgreSQL 15 or later is not installed here: it is in the Debian package postgresql.";

    /// <param name="connections">How many it allows in all.</param>
    /// <param name="certificate">Its certificate in PEM, to be reached with TLS; null for none.</param>
    /// <param name="key">The key of that.</param>
    public static PostgreSqlServer Start(int connections = 60, string? certificate = null, string? key = null)
    {
        var programs = Programs() ?? throw new InvalidOperationException("PostgreSQL 15 or later is not installed: it is in the Debian package postgresql.");
        var port = FreePort();

        // The server refuses to run as root, so it runs as the user its package brings.
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", Script])
            : new ProcessStartInfo("sh", ["-c", Script]);
        foreach (var argument in new[]
        {
            "postgresql", programs, port.ToString(CultureInfo.InvariantCulture), Password, connections.ToString(CultureInfo.InvariantCulture),
            certificate ?? string.Empty, key ?? string.Empty
        })
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = Path.GetTempPath();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        var said = OtherProgram.NextLine(process, ItsAnswer);
        return said == "ready" ? new PostgreSqlServer(process, port)
            : throw new InvalidOperationException($"PostgreSQL did not start: {said}\n{process.StandardOutput.ReadToEnd()}");
    }

    /// <summary>An address a program takes.</summary>
    public string Address(string role, string database) =>
        $"postgresql://{role}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/{database}";

    /// <summary>Ends the whole server as a power cut to it would: no warning, nothing written to the end.</summary>
    public void Kill() => Ask("kill", "killed");

    /// <summary>Starts it again on what is there.</summary>
    public void StartAgain() => Ask("start", "ready");

    /// <summary>Ends the server's process behind one connection so; the server then throws everybody out and recovers.</summary>
    public void KillConnection(int process) => Ask($"end {process.ToString(CultureInfo.InvariantCulture)}", "ended");

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(ItsAnswer))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Ask(string what, string answer)
    {
        _process.StandardInput.WriteLine(what);
        _process.StandardInput.Flush();
        if (OtherProgram.NextLine(_process, ItsAnswer) is var said && said != answer)
        {
            throw new InvalidOperationException($"Asked to {what}, the server said: {said}\n{_process.StandardOutput.ReadToEnd()}");
        }
    }

    /// <summary>The folder of the newest server installed, of those new enough.</summary>
    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .Where(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) && version >= 15)
                .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))
                .Select(folder => Path.Combine(folder, "bin"))
                .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
