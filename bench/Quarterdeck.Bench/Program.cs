using System.Globalization;
using Quarterdeck.Bench.Contention;
using Quarterdeck.Bench.Documents;
using Quarterdeck.Bench.Rating;
using Quarterdeck.Bench.Site;
using Quarterdeck.Bench.Store;

const string Usage = """
    usage: quarterdeck-bench rating [--rows 1000000|10000000] [--rounds 3] [--threads 2] [--without-sqlite]
           quarterdeck-bench documents [--rounds 5] [--rows 100000] [--pages 2500]
           quarterdeck-bench contention [--seconds 60]
           quarterdeck-bench site [--seconds 5] [--rounds 3] [--rows 1000000] [--program PUBLISHED]
           quarterdeck-bench store [--rows 10000000] [--threads 2] [--without-sql] [--without-postgresql]

    Rates synthetic results through the public API, by a plain loop over arrays in order, and by SQLite SQL, in turn.
    Without --rows both sizes are run. The number of rows is a multiple of 10,000 (a unit has 200 indicators of 50 months).

    Writes a dashboard as PDF beside LibreOffice and Chromium, as a Word file and a table of so many rows as a spreadsheet
    beside the Open XML SDK, in turn. With --pages, a report of so many pages as PDF instead, with its memory.

    Has 50 writers and 200 readers at one indicator of a store for so long, on SQLite and on PostgreSQL.

    Publishes the program, and serves with it a report as published and pages made anew from a store of so many results, beside nginx serving the same bytes.

    Imports synthetic results into the store, reads and rates them from it, beside sqlite3 .import, COPY and the same ratings in SQL.
    """;

if (args is [DocumentsCommand.Once, var path])
{
    DocumentsBench.WriteOnce(path);
    return 0;
}

if (args is ["documents", .. var asked])
{
    return DocumentsCommand.Run(asked, Usage);
}

if (args is ["contention", .. var contention])
{
    return await ContentionCommand.Run(contention, Usage);
}

if (args is ["site", .. var site])
{
    return SiteCommand.Run(site, Usage);
}

if (args is ["store", .. var wanted])
{
    return await StoreCommand.Run(wanted, Usage);
}

if (args is not ["rating", .. var rest])
{
    Console.Error.WriteLine(Usage);
    return 2;
}

var (sizes, rounds, threads, withSqlite) = (new[] { 1_000_000, 10_000_000 }, 3, 2, true);
for (var index = 0; index < rest.Length; index++)
{
    if (rest[index] == "--without-sqlite")
    {
        withSqlite = false;
        continue;
    }

    var option = rest[index++];
    if (index >= rest.Length || !int.TryParse(rest[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
    {
        Console.Error.WriteLine($"'{option}' needs a whole number from 1 on.");
        Console.Error.WriteLine(Usage);
        return 2;
    }

    switch (option)
    {
        case "--rows" when number % SyntheticResults.RowsInUnit == 0:
            sizes = [number];
            break;
        case "--rounds":
            rounds = number;
            break;
        case "--threads":
            threads = number;
            break;
        default:
            Console.Error.WriteLine($"'{option} {number}' is not understood.");
            Console.Error.WriteLine(Usage);
            return 2;
    }
}

return sizes.All(rows => RatingBench.Run(rows, rounds, threads, withSqlite, Console.Out)) ? 0 : 1;
