using Npgsql;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Bench.Store;

/// <summary>What people do on PostgreSQL without us: COPY into a staging table, checks in SQL, rows with a key.</summary>
internal sealed class PostgreSqlWay(PostgreSqlServer server) : IDisposable
{
    private const string Stage = "DROP TABLE IF EXISTS staging; CREATE TABLE staging (ref text, period text, value text, numerator text, denominator text)";

    private const string Check = """
        SELECT
            (SELECT count(*) FROM staging LEFT JOIN known ON known.ref = staging.ref WHERE known.ref IS NULL)
            + (SELECT count(*) FROM staging WHERE period !~ '^(19|20|21)\d\d-(0[1-9]|1[0-2])$')
            + (SELECT count(*) FROM staging WHERE value !~ '^-?\d+(\.\d+)?$' OR numerator !~ '^-?\d+(\.\d+)?$' OR denominator !~ '^-?\d+(\.\d+)?$')
            + (SELECT count(*) FROM (SELECT 1 FROM staging GROUP BY ref, period HAVING count(*) > 1) AS doubled)
        """;

    private const string Keep = """
        DROP TABLE IF EXISTS kept;
        CREATE TABLE kept (series integer, period date, value numeric, numerator numeric, denominator numeric, PRIMARY KEY (series, period));
        INSERT INTO kept SELECT known.series, (staging.period || '-01')::date, staging.value::numeric, staging.numerator::numeric, staging.denominator::numeric
        FROM staging JOIN known ON known.ref = staging.ref
        """;

    private const string Tables = "CREATE TABLE known (ref text PRIMARY KEY, series integer)";

    private readonly NpgsqlConnection _connection = Connect(server);

    public void Load(SyntheticResults data)
    {
        Execute("SET work_mem = '512MB'");
        Execute(Tables);
        Copy("known (ref, series)", data.Series, (writer, row) => writer.WriteLine($"{StoreFiles.Ref(row)},{row}"));
        Execute("ANALYZE");
    }

    /// <summary>COPY, checks, typed rows with a key.</summary>
    public void Import(string file)
    {
        Execute(Stage);
        using (var writer = _connection.BeginTextImport("COPY staging FROM STDIN (FORMAT csv, HEADER)"))
        using (var reader = new StreamReader(file))
        {
            var buffer = new char[1 << 16];
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                writer.Write(buffer, 0, read);
            }
        }

        if (Scalar(Check) is not 0L)
        {
            throw new InvalidOperationException("PostgreSQL found faults where there are none.");
        }

        Execute(Keep);
    }

    /// <summary>Bytes of our own store's tables with their indexes.</summary>
    public long StoreBytes() => (long)(Scalar(
        "SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relnamespace = 'quarterdeck'::regnamespace AND relkind = 'r'") ?? 0L);

    public void Dispose() => _connection.Dispose();

    private static NpgsqlConnection Connect(PostgreSqlServer server)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = server.Port,
            Username = PostgreSqlServer.Superuser,
            Password = PostgreSqlServer.Password,
            Database = "postgres",
            CommandTimeout = 0
        }.ToString());
        connection.Open();
        return connection;
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar();
    }

    private void Copy(string table, int rows, Action<TextWriter, int> write)
    {
        using var writer = _connection.BeginTextImport($"COPY {table} FROM STDIN (FORMAT csv)");
        for (var row = 0; row < rows; row++)
        {
            write(writer, row);
        }
    }
}
