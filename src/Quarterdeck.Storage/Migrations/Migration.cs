using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Storage.Migrations;

/// <summary>One step of the schema. Steps are only ever added, and mean the same on every engine.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Name">What it brings.</param>
/// <param name="Sql">In the engine's own words.</param>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>Fingerprint of the script, whatever the line ends it was checked out with.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public string FullName => $"{Number:D4}-{Name}";

    /// <param name="engine">Folder of the scripts: <c>sqlite</c>, <c>postgresql</c>.</param>
    public static IReadOnlyList<Migration> Of(string engine)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(engine + "/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Load),
        ];

        Migration Load(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var name = resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..];
            return new Migration(int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture), name[5..], reader.ReadToEnd());
        }
    }
}
