using Dapper;
using Microsoft.Data.Sqlite;
using Quarterdeck.Storage.Migrations;
using Quarterdeck.Storage.Sqlite;
using Quarterdeck.Storage.Tests.PostgreSql;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.Migrations;

/// <summary>Both engines have one schema, and it is the one written down here.</summary>
public sealed class SchemaTests(PostgreSqlDatabase database)
{
    /// <summary>Table or view and its columns in order; those that may be null with a question mark, of views none marked.</summary>
    private static readonly string[] Written =
    [
        "account_credential: org, person, password_hash, code_secret, last_step, recovery_codes",
        "account_link: org, digest, person, expires_at",
        "account_session: org, digest, person, browser, started_at, seen_at, idle_until, ends_at",
        "change: org, number, recorded_at, author, reason, source, program_version, previous_hash, hash",
        "current_row: org, table_name, row_key, version, change, place, body?",
        "data_protection_key: org, id, xml",
        "entry: org, change, ordinal, table_name, row_key, version, place, salt?, digest?, body?",
        "file_content: org, digest, content",
        "mail: org, id, person, made_at, tries, next_try_at, sent_at?, problem",
        "mail_notice: org, person, item, step, version, noted_at, mail",
        "migration: number, name, checksum, applied_at, program_version",
        "named_row: org, ref, table_name, row_key",
        "organisation: org, last_change, last_hash, last_recorded_at?",
        "pack_row_current: org, table_name, row_key, place, body, change",
        "publication_current: org, id, report, results_to, version, published_at, author, note, corrects, inputs_sha256, program_version, change",
        "publication_file: org, publication, name, format, digest",
        "result_current: org, ref, period, breakdown, value, numerator, denominator, ytd, marker, status, note, change",
        "row_current: org, table_name, row_key, version, change, place, body",
    ];

    private static readonly string[] Keys =
    [
        "account_credential: org, person",
        "account_link: org, digest",
        "account_session: org, digest",
        "change: org, number",
        "current_row: org, table_name, row_key",
        "data_protection_key: org, id",
        "entry: org, change, ordinal",
        "file_content: org, digest",
        "mail: org, id",
        "mail_notice: org, person, item, step, version",
        "migration: number",
        "named_row: org, ref, table_name, row_key",
        "organisation: org",
        "publication_file: org, publication, name",
    ];

    [Fact]
    public void Both_engines_have_the_same_steps_counted_from_one()
    {
        var steps = Migration.Of("sqlite");

        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step.Number));
        Assert.Equal(steps.Select(step => step.FullName), Migration.Of("postgresql").Select(step => step.FullName));
        Assert.NotEmpty(steps);
    }

    [Fact]
    public void A_step_has_one_checksum_whatever_its_line_ends()
    {
        Assert.Equal(new Migration(1, "a", "x;\ny;\n").Checksum, new Migration(1, "a", "x;\r\ny;\r\n").Checksum);
        Assert.NotEqual(new Migration(1, "a", "x;").Checksum, new Migration(1, "a", "x; ").Checksum);
    }

    [Fact]
    public async Task Sqlite_has_the_schema_written_down()
    {
        using var folder = new TemporaryPack();
        await (await StoreLocation.Of(folder["store.db"]).OpenAsync(TimeProvider.System, "test", makes: true)).DisposeAsync();
        await using var connection = SqliteDialect.Connection(folder["store.db"], SqliteOpenMode.ReadOnly);
        await connection.OpenAsync();

        var columns = (await connection.QueryAsync<(string Table, string Kind, string Column, long IsNotNull, long Key)>("""
            SELECT thing.name, thing.type, info.name, info."notnull", info.pk FROM sqlite_schema AS thing, pragma_table_info(thing.name) AS info
            WHERE thing.type IN ('table', 'view') ORDER BY thing.name, info.cid
            """)).ToList();

        Assert.Equal(
            Written,
            Lines(columns.Select(column => (column.Table, column.Column + (column.Kind == "view" || column.IsNotNull == 1 ? string.Empty : "?")))));
        Assert.Equal(Keys, Lines(columns.Where(column => column.Key > 0)
            .OrderBy(column => column.Table, StringComparer.Ordinal)
            .ThenBy(column => column.Key)
            .Select(column => (column.Table, column.Column))));
    }

    [Fact]
    public async Task Postgresql_has_the_schema_written_down()
    {
        SkipWithoutServer();
        await using var connection = await database.Open(PostgreSqlServer.Superuser);

        var columns = await connection.QueryAsync<(string Table, string Column)>("""
            SELECT c.relname::text, a.attname::text || CASE WHEN c.relkind = 'v' OR a.attnotnull THEN '' ELSE '?' END
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'quarterdeck'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY c.relname COLLATE "C", a.attnum
            """);
        var keys = await connection.QueryAsync<(string Table, string Column)>("""
            SELECT conrelid::regclass::text, a.attname::text
            FROM pg_constraint k CROSS JOIN unnest(k.conkey) WITH ORDINALITY AS part (number, at) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = part.number
            WHERE k.contype = 'p' AND k.connamespace = 'quarterdeck'::regnamespace
            ORDER BY conrelid::regclass::text COLLATE "C", part.at
            """);

        Assert.Equal(Written, Lines(columns));
        Assert.Equal(Keys, Lines(keys));
    }

    [Fact]
    public async Task Every_table_of_postgresql_that_names_an_organisation_is_guarded_row_by_row()
    {
        SkipWithoutServer();
        await using var connection = await database.Open(PostgreSqlServer.Superuser);

        var open = await connection.QueryAsync<string>("""
            SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'org'
            WHERE c.relnamespace = 'quarterdeck'::regnamespace AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """);

        Assert.Empty(open);
    }

    private static IEnumerable<string> Lines(IEnumerable<(string Table, string Column)> columns) =>
        columns.GroupBy(column => column.Table).Select(table => $"{table.Key}: {string.Join(", ", table.Select(column => column.Column))}");

    private static void SkipWithoutServer() => Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
}
