using System.Globalization;
using Npgsql;

namespace Quarterdeck.Storage.PostgreSql;

/// <summary>Reads the address of a database as PostgreSQL's own programs write it.</summary>
internal static class PostgreSqlAddress
{
    /// <param name="text"><c>postgresql://user:password@server:5432/database?sslmode=verify-full</c>; parts may be left out.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static NpgsqlConnectionStringBuilder Read(string text)
    {
        var address = new Uri(text, UriKind.Absolute);
        var parts = new NpgsqlConnectionStringBuilder { Host = address.Host.Length > 0 ? address.Host : "localhost" };
        if (address.Port > 0)
        {
            parts.Port = address.Port;
        }

        if (address.AbsolutePath.Trim('/') is { Length: > 0 } database)
        {
            parts.Database = Uri.UnescapeDataString(database);
        }

        if (address.UserInfo is { Length: > 0 } user)
        {
            var names = user.Split(':', 2);
            parts.Username = Uri.UnescapeDataString(names[0]);
            parts.Password = names.Length > 1 ? Uri.UnescapeDataString(names[1]) : null;
        }

        foreach (var option in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            var value = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : string.Empty;
            switch (pair[0])
            {
                case "sslmode":
                    parts.SslMode = Enum.Parse<SslMode>(value.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);
                    break;
                case "sslrootcert":
                    parts.RootCertificate = value;
                    break;
                case "connect_timeout":
                    parts.Timeout = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
                case "application_name":
                    parts.ApplicationName = value;
                    break;
                case "prepare" when value is "on" or "off":
                    parts.MaxAutoPrepare = value == "on" ? PostgreSqlConnections.Prepared : 0;
                    break;
                default:
                    throw new FormatException($"The option {pair[0]} is not known.");
            }
        }

        return parts;
    }
}
