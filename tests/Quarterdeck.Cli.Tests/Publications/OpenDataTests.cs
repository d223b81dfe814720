using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Quarterdeck.Cli.Tests.Programs;
using Quarterdeck.TestKit;
using Quarterdeck.TestKit.Packs;

namespace Quarterdeck.Cli.Tests.Publications;

/// <summary>What was written, read back by its own metadata.</summary>
public sealed class OpenDataTests
{
    [Theory]
    [InlineData(Samples.Latest)]
    [InlineData(Samples.First)]
    public void Every_table_is_what_its_metadata_say(string sample)
    {
        using var folder = new TemporaryPack();
        Publish(Samples.Folder(sample), folder["out"]);

        var packages = Directory.GetFiles(folder["out"], "datapackage.json", SearchOption.AllDirectories);
        Assert.NotEmpty(packages);
        foreach (var package in packages)
        {
            var files = Path.GetDirectoryName(package)!;
            var resources = Json(package).GetProperty("resources").EnumerateArray().ToList();
            Assert.Equal(
                Directory.GetFiles(files, "*.csv").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
                resources.Select(resource => Text(resource, "path")).Order(StringComparer.Ordinal));
            foreach (var resource in resources)
            {
                var path = Path.Combine(files, Text(resource, "path"));
                var bytes = File.ReadAllBytes(path);
                Assert.Equal(bytes.Length, resource.GetProperty("bytes").GetInt32());
                Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), Text(resource, "hash"));
                var rows = CsvFile.Read(bytes);
                AsThePackageSays(resource.GetProperty("schema"), rows);
                AsTheWebSays(Json(path + "-metadata.json"), Path.GetFileName(path), rows);
            }

            ReferencesMeet(resources, files);
        }
    }

    [Fact]
    public void All_five_files_come_with_the_format_and_are_in_the_manifest()
    {
        using var folder = new TemporaryPack();
        Publish(Samples.Folder(Samples.Latest), folder["out"], "--report", "dashboard");

        var listed = Json(folder["out/manifest.json"]).GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(
            [
                "dashboard-indicators.csv", "dashboard-indicators.csv-metadata.json", "dashboard-periods.csv", "dashboard-periods.csv-metadata.json",
                "datapackage.json",
            ],
            listed.Select(file => Text(file, "name")));
        Assert.All(listed, file => Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder["out"], Text(file, "name"))))), Text(file, "sha256")));
    }

    [Fact]
    public void The_organisation_and_its_language_are_told_and_text_never_runs()
    {
        using var pack = new TemporaryPack(
            ("settings", "key,value\norganisation,Anytown Council\nlocale,cy-GB\nlicence,https://example.gov.uk/licence\n"),
            ("areas", "code,name\nENV,Environment and Transport\n"),
            ("indicators", "ref,title,kind,area,unit,scale,frequency,polarity,ytd\nK1,'=HYPERLINK(0),kpi,ENV,gbp,1000,month,higher,sum\n"),
            ("results", "ref,period,value\nK1,2025-10,-3.2\n"));
        Publish(pack.Path, pack["out"]);

        var indicators = Directory.GetFiles(pack["out"], "*-indicators.csv").Single();
        var rows = CsvFile.Read(File.ReadAllBytes(indicators));
        Assert.Equal(("'=HYPERLINK(0)", "-3.2"), (rows[1][1], rows[1][rows[0].ToList().IndexOf("value")]));
        Assert.Equal(
            ["gbp", "1000", "Environment and Transport"],
            new[] { "unit", "scale", "area_name" }.Select(name => rows[1][rows[0].ToList().IndexOf(name)]));
        var metadata = Json(indicators + "-metadata.json");
        Assert.Equal("https://example.gov.uk/licence", Text(metadata.GetProperty("dc:license"), "@id"));
        Assert.Equal("https://example.gov.uk/licence", Text(Json(pack["out/datapackage.json"]).GetProperty("licenses")[0], "path"));
        Assert.Equal(("Anytown Council", "cy-GB"), (Text(metadata, "dc:publisher"), Text(metadata, "dc:language")));
    }

    private static void AsThePackageSays(JsonElement schema, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        Assert.Equal(rows[0], fields.Select(field => Text(field, "name")));
        Assert.Equal([""], Texts(schema.GetProperty("missingValues")));
        KeyIsUnique(schema, rows);
        for (var column = 0; column < fields.Count; column++)
        {
            var field = fields[column];
            Assert.NotEmpty(Text(field, "description"));
            var has = field.TryGetProperty("constraints", out var constraints);
            var required = has && constraints.GetProperty("required").GetBoolean();
            var words = has && constraints.TryGetProperty("enum", out var listed) ? Texts(listed).ToHashSet() : null;
            Assert.All(rows.Skip(1).Select(row => row[column]), cell => Assert.True(
                cell.Length == 0 ? !required : Is(Text(field, "type"), cell) && words?.Contains(cell) != false,
                $"{Text(field, "name")}: '{cell}'"));
        }
    }

    private static void AsTheWebSays(JsonElement metadata, string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Assert.Equal("http://www.w3.org/ns/csvw", metadata.GetProperty("@context")[0].GetString());
        Assert.Equal(name, Text(metadata, "url"));
        Assert.Equal("Sample County Council", Text(metadata, "dc:publisher"));
        var schema = metadata.GetProperty("tableSchema");
        KeyIsUnique(schema, rows);
        var columns = schema.GetProperty("columns").EnumerateArray().ToList();
        Assert.Equal(rows[0], columns.Select(column => Text(column, "name")));
        for (var at = 0; at < columns.Count; at++)
        {
            var column = columns[at];
            Assert.Contains(rows[0][at], Texts(column.GetProperty("titles")));
            Assert.NotEmpty(Text(column, "dc:description"));
            Assert.Equal("", Text(column, "null"));
            var datatype = column.GetProperty("datatype");
            var isPlain = datatype.ValueKind == JsonValueKind.String;
            var format = isPlain ? ".*" : Text(datatype, "format");
            Assert.All(rows.Skip(1).Select(row => row[at]), cell => Assert.True(
                cell.Length == 0
                    ? !column.GetProperty("required").GetBoolean()
                    : Is(isPlain ? datatype.GetString()! : Text(datatype, "base"), cell) && Regex.IsMatch(cell, $@"\A({format})\z", RegexOptions.Singleline),
                $"{rows[0][at]}: '{cell}'"));
        }
    }

    private static void KeyIsUnique(JsonElement schema, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var places = Texts(schema.GetProperty("primaryKey")).Select(name => rows[0].ToList().IndexOf(name)).ToList();
        Assert.DoesNotContain(-1, places);
        var keys = rows.Skip(1).Select(row => string.Join('\n', places.Select(place => row[place]))).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    private static void ReferencesMeet(List<JsonElement> resources, string files)
    {
        var keys = resources.SelectMany(resource => resource.GetProperty("schema").TryGetProperty("foreignKeys", out var found)
            ? found.EnumerateArray().Select(key => (From: resource, Key: key))
            : []).ToList();
        Assert.Single(keys);
        foreach (var (from, key) in keys)
        {
            var to = resources.Single(resource => Text(resource, "name") == Text(key.GetProperty("reference"), "resource"));
            Assert.Subset(
                Column(files, to, Text(key.GetProperty("reference"), "fields")),
                Column(files, from, Text(key, "fields")));
        }
    }

    private static HashSet<string> Column(string files, JsonElement resource, string name)
    {
        var rows = CsvFile.Read(File.ReadAllBytes(Path.Combine(files, Text(resource, "path"))));
        var place = rows[0].ToList().IndexOf(name);
        return [.. rows.Skip(1).Select(row => row[place])];
    }

    /// <summary>The types of both standards by their own lexical rules.</summary>
    private static bool Is(string type, string cell) => type switch
    {
        "string" => true,
        "decimal" or "number" => Regex.IsMatch(cell, @"\A-?[0-9]+(\.[0-9]+)?\z"),
        "integer" => Regex.IsMatch(cell, @"\A-?[0-9]+\z"),
        "gYearMonth" or "yearmonth" => Regex.IsMatch(cell, @"\A[0-9]{4}-(0[1-9]|1[0-2])\z"),
        "boolean" => cell is "true" or "false",
        _ => throw new InvalidOperationException($"The test does not know the type '{type}'."),
    };

    private static void Publish(string pack, string to, params string[] more)
    {
        var answer = QuarterdeckInProcess.Run(["publish", pack, "--out", to, "--formats", "csv", .. more]);
        Assert.True(answer.Exit == 0, answer.Said + answer.Data);
    }

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static List<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(text => text.GetString()!)];
}
