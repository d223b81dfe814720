using System.Globalization;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Interchange.Packs;

internal sealed class SettingsTable : PackTable<Setting>
{
    private static readonly string[] Keys =
        ["organisation", "financial_year_start", "locale", "rating_scheme", "academic_year_start", "term_ends"];

    public override string Name => "settings";

    public override string Means => "What holds for the whole organisation.";

    public override bool Required => true;

    public override IReadOnlyList<PackColumn> Columns { get; } =
    [
        new("key", "organisation, financial_year_start (1-12, default 4), locale, rating_scheme, academic_year_start (default 9), term_ends (default 12,4,7), labels.*", true),
        new("value", "The setting.", true),
    ];

    protected override Setting? Row(RowReader row, PackDraft draft)
    {
        var (key, value) = (row.Needed("key").ToLowerInvariant(), row.Needed("value"));
        if (!draft.Keys.TryAdd((Name, key), row.Number))
        {
            row.Refuse("key", "duplicate-key", $"The setting {key} is given twice, also in row {draft.Keys[(Name, key)]}.", "one row for each setting", "Delete one of the two rows.");
        }

        switch (key)
        {
            case "financial_year_start" or "academic_year_start" when !IsMonth(value):
                row.Refuse("value", "out-of-bounds", $"'{value}' is not the number of a month.", "a whole number from 1 to 12", "Type the first month of the year as a number: 4 for April.");
                break;
            case "term_ends" when !value.Split([',', ';'], StringSplitOptions.TrimEntries).All(IsMonth):
                row.Refuse("value", "out-of-bounds", $"'{value}' is not a list of month numbers.", "the closing months of the terms: 12,4,7", "Type the number of each month a term closes in, with commas between.");
                break;
            case not "" when !Keys.Contains(key) && !key.StartsWith("labels.", StringComparison.Ordinal):
                row.Warn("key", "unknown-setting", $"No setting is called '{key}'; it has no effect.", "Check the spelling. Known settings: " + string.Join(", ", Keys) + ", labels.*.");
                break;
        }

        return new Setting(key, value) { At = row.At };
    }

    protected override ICollection<Setting> Keep(PackDraft draft) => draft.SettingRows;

    protected override IEnumerable<Setting> Rows(Pack pack) => pack.Settings.Rows;

    protected override void Cells(Setting row, RowWriter cells) => cells.Code("key", row.Key).Text("value", row.Value);

    private static bool IsMonth(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12;
}
