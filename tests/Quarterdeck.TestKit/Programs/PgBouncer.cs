using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Quarterdeck.TestKit.Programs;

/// <summary>
/// A PgBouncer of the tests' own in front of their PostgreSQL server, in transaction pooling: each transaction may get another connection
/// of the server. It ends with the tests, however they end.
/// </summary>
public sealed class PgBouncer : IDisposable
{
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(30);

    // It ends when its input does, and that ends with the tests, even when they are killed.
    private const string Script = """
        set -e
        port=$1; server=$2; shift 2
        folder=$(mktemp -d /tmp/quarterdeck-pgbouncer-XXXXXX)
        trap 'rm -rf "$folder"' EXIT
        password=$1; shift
        for role in "$@"; do printf '"%s" "%s"\n' "$role" "$password"; done > "$folder/users"
        cat > "$folder/pgbouncer.ini" <<END
        [databases]
        * = host=127.0.0.1 port=$server
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = $port
        unix_socket_dir =
        auth_type = scram-sha-256
        auth_file = $folder/users
        pool_mode = transaction
        default_pool_size = 4
        max_client_conn = 500
        logfile = $folder/log
        pidfile = $folder/pid
        END
        pgbouncer -q "$folder/pgbouncer.ini" &
        bouncer=$!
        for attempt in $(seq 100); do
          grep -q "listening on 127.0.0.1:$port" "$folder/log" 2> /dev/null && { echo ready; break; }
          kill -0 "$bouncer" 2> /dev/null || { cat "$folder/log"; exit 1; }
          sleep 0.1
        done
        cat > "$folder/input"
        kill -TERM "$bouncer" || true
        wait "$bouncer" || true
        """;

    private readonly Process _process;

    private PgBouncer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Why it cannot be started here; null where it can. On the build machine it always can, or the tests fail.</summary>
    public static string? WhyNot =>
        Environment.GetEnvironmentVariable("CI") is "true" || File.Exists("/usr/sbin/pgbouncer")
            ? null
            : "PgBouncer is not installed here: it is in the Debian package pgbouncer.";

    /// <param name="server">The server behind it.</param>
    /// <param name="roles">The roles that may connect.</param>
    public static PgBouncer Start(PostgreSqlServer server, params IEnumerable<string> roles)
    {
        ArgumentNullException.ThrowIfNull(server);
        var port = FreePort();

        // It refuses to run as root.
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", Script])
            : new ProcessStartInfo("sh", ["-c", Script]);
        var numbers = new[] { port, server.Port }.Select(number => number.ToString(CultureInfo.InvariantCulture));
        foreach (var argument in numbers.Prepend("pgbouncer").Append(PostgreSqlServer.Password).Concat(roles))
        {
            start.ArgumentList.Add(argument);
        }

        start.WorkingDirectory = Path.GetTempPath();
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin";
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        var said = OtherProgram.NextLine(process, MostWait);
        return said == "ready"
            ? new PgBouncer(process, port)
            : throw new InvalidOperationException($"PgBouncer did not start: {said}\n{process.StandardOutput.ReadToEnd()}");
    }

    /// <summary>An address a program takes.</summary>
    public string Address(string role, string database) =>
        $"postgresql://{role}:{Uri.EscapeDataString(PostgreSqlServer.Password)}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/{database}";

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(MostWait);
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
