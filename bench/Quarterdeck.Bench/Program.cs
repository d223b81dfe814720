using Quarterdeck.Bench.Commands;
using Quarterdeck.Bench.Contention;
using Quarterdeck.Bench.Documents;
using Quarterdeck.Bench.Site;
using Quarterdeck.Bench.Statistics;
using Quarterdeck.Bench.Store;

const string Usage = """
    usage: quarterdeck-bench documents [--rounds 5] [--rows 100000] [--pages 2500]
           quarterdeck-bench commands [--rounds 5] [--indicators 6000] [--program PUBLISHED]
           quarterdeck-bench contention [--seconds 60]
           quarterdeck-bench site [--seconds 5] [--rounds 3] [--rows 1000000] [--program PUBLISHED]
           quarterdeck-bench statistics
           quarterdeck-bench store [--rows 10000000] [--without-postgresql]

    Writes a dashboard as PDF beside LibreOffice and Chromium, as a Word file and a table of so many rows as a spreadsheet
    beside the Open XML SDK, in turn. With --pages, a report of so many pages as PDF instead, with its memory.

    Publishes the program, and runs rate, check, publish and serve on a pack of so many indicators, beside DuckDB doing the same ratings in SQL.

    Has 50 writers and 200 readers at one indicator of a store for so long, on SQLite and on PostgreSQL.

    Publishes the program, and serves with it a report as published and pages made anew from a store of so many results, beside nginx serving the same bytes.

    Works out control charts and forecasts of many series, how often the direction of travel is wrong, and what past forecasts were worth.

    Imports synthetic results into the store and reads them from it, beside sqlite3 .import and COPY.
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

if (args is ["commands", .. var commands])
{
    return CommandsCommand.Run(commands, Usage);
}

if (args is ["contention", .. var contention])
{
    return await ContentionCommand.Run(contention, Usage);
}

if (args is ["site", .. var site])
{
    return SiteCommand.Run(site, Usage);
}

if (args is ["statistics", .. var statistics])
{
    return StatisticsCommand.Run(statistics, Usage);
}

if (args is ["store", .. var wanted])
{
    return await StoreCommand.Run(wanted, Usage);
}

Console.Error.WriteLine(Usage);
return 2;
