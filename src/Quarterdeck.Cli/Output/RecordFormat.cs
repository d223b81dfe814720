using System.CommandLine;

namespace Quarterdeck.Cli.Output;

/// <summary>How records are written: for people, for programs, for spreadsheets.</summary>
internal enum RecordFormat
{
    Table,
    Json,
    Csv,
}

/// <summary>The <c>--format</c> of every command that writes records.</summary>
internal static class FormatOption
{
    public static Option<string> Make()
    {
        var option = new Option<string>("--format")
        {
            Description = "How the records are written: a table for people, exact JSON, or CSV.",
            HelpName = "table|json|csv",
            DefaultValueFactory = _ => "table",
        };
        option.AcceptOnlyFromAmong("table", "json", "csv");
        return option;
    }

    public static RecordFormat Of(ParseResult parsed, Option<string> option) => parsed.GetValue(option) switch
    {
        "json" => RecordFormat.Json,
        "csv" => RecordFormat.Csv,
        _ => RecordFormat.Table,
    };
}
