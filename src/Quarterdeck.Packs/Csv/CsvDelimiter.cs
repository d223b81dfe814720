namespace Quarterdeck.Packs.Csv;

/// <summary>What parts the cells of a CSV, told from the first line that holds one: a comma, or what some spreadsheets write instead.</summary>
internal static class CsvDelimiter
{
    public static byte Of(ReadOnlySpan<byte> start)
    {
        var commas = 0;
        var semicolons = 0;
        var tabs = 0;
        var quoted = false;
        foreach (var value in start)
        {
            if (value == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                continue;
            }
            else if ((value is (byte)'\n' or (byte)'\r') && commas + semicolons + tabs > 0)
            {
                break;
            }

            commas += value == ',' ? 1 : 0;
            semicolons += value == ';' ? 1 : 0;
            tabs += value == '\t' ? 1 : 0;
        }

        return commas > 0 || semicolons + tabs == 0 ? (byte)','
            : semicolons >= tabs ? (byte)';' : (byte)'\t';
    }
}
