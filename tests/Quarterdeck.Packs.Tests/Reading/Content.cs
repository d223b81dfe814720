using System.Collections;
using System.Reflection;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Packs.Tests.Reading;

/// <summary>Everything a pack says, a line a value, found by reflection so that a property nobody writes is missed by nobody.</summary>
internal static class Content
{
    public static IReadOnlyList<string> Of(Pack pack)
    {
        var lines = new List<string>();
        Add("pack", pack, lines, 0);
        return lines;
    }

    private static void Add(string path, object? value, List<string> lines, int depth)
    {
        Assert.True(depth < 12, path + " goes round in circles.");
        switch (value)
        {
            case null:
                lines.Add(path + " = nothing");
                break;
            case string or Enum or bool or int or decimal or DateOnly:
                lines.Add($"{path} = {Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)}");
                break;
            case IEnumerable items:
                var at = 0;
                foreach (var item in items)
                {
                    Add($"{path}[{at++}]", item, lines, depth + 1);
                }

                lines.Add($"{path} has {at}");
                break;
            default:
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsContent))
                {
                    Add($"{path}.{property.Name}", property.GetValue(value), lines, depth + 1);
                }

                break;
        }
    }

    /// <summary>Data, not what is worked out of it: periods lead to other periods without end, and where a row stood says nothing.</summary>
    private static bool IsContent(PropertyInfo property) =>
        property.Name != "At" && property.GetIndexParameters().Length == 0
        && (property.DeclaringType != typeof(Domain.Periods.Period) || property.Name is "Calendar" or "Closing")
        && (property.DeclaringType != typeof(Domain.Periods.Month) || property.Name is "Year" or "Number");
}
