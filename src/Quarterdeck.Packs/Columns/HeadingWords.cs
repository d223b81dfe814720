namespace Quarterdeck.Packs.Columns;

/// <summary>What councils call the columns of a pack, so that a finding can say which is probably meant. Nothing is read by guess.</summary>
internal static class HeadingWords
{
    private static readonly Dictionary<string, string> Meant = new[]
    {
        ("ref", "kpi ref|kpi|kpi no|kpi number|kpi id|pi ref|pi|pi no|indicator ref"
            + "|indicator reference|indicator id|indicator code|measure ref|measure id|reference|ref no|id|code|no"),
        ("title", "indicator|indicator title|indicator name|kpi name|kpi title|measure|measure name|name|description|performance indicator"),
        ("kind", "type|indicator type"),
        ("period", "month|date|quarter|year|reporting period|period end|period ending|month ending|reporting month|financial year|as at"),
        ("value", "actual|result|outturn|performance|figure|score|achieved|current value|amount"),
        ("numerator", "num|count"),
        ("denominator", "denom|out of|base"),
        ("ytd", "year to date|ytd actual|cumulative|ytd value"),
        ("note", "comment|comments|notes|remarks"),
        ("from", "start|valid from|effective from|start date|target from|period|month|year"),
        ("to", "end|valid to|effective to|end date"),
        ("target", "target value|annual target|goal"),
        ("floor", "minimum|floor standard|lower limit|red threshold"),
        ("polarity", "good is|aim to|direction of good|good performance|better"),
        ("frequency", "reported|reporting frequency|how often"),
        ("unit", "units|unit of measure|measure type|format"),
        ("area", "directorate|department|service|division"),
        ("status", "data status"),
        ("key", "setting|name"),
        ("step", "milestone|task|action"),
        ("due", "due date|deadline|target date"),
        ("text", "commentary|comment|narrative"),
        ("code", "id|ref|area code"),
        ("name", "area name|title"),
    }.SelectMany(each => each.Item2.Split('|').Select(word => (Word: word, Column: each.Item1)))
        .GroupBy(each => each.Word).ToDictionary(each => each.Key, each => string.Join('|', each.Select(one => one.Column)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a heading is a name councils give the column.</summary>
    public static bool Means(string heading, string column) =>
        Meant.TryGetValue(heading.Replace('_', ' ').Replace('-', ' ').Trim('.', ':', ' ', '#'), out var columns) && columns.Split('|').Contains(column);
}
