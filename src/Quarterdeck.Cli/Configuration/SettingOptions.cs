using System.Collections;
using System.CommandLine;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;

namespace Quarterdeck.Cli.Configuration;

/// <summary>The flags of the settings, and where else they are read: flags win over environment variables, and those over the file.</summary>
/// <param name="urls">Where the site answers if nobody says.</param>
/// <param name="store">The flags that name a store, where the command has them; null where it has a store of its own.</param>
internal sealed class SettingOptions(string urls, StoreOptions? store)
{
    public const string FileFlag = "--settings";
    public const string FileVariable = Setting.Prefix + "SETTINGS";

    /// <summary>Variables that begin alike and are read by other parts of the program.</summary>
    private static readonly string[] OtherVariables =
        [FileVariable, Setting.Prefix + "SQLITE", Setting.Prefix + "COPY_TO", SettingList.MailPasswordVariable, SettingList.SignInSecretVariable];

    private readonly Option<string?> _file = new(FileFlag)
    {
        Description =
            $"A settings file (JSON). Without it, the one the environment variable {FileVariable} names; flags win over environment variables, and "
            + $"those over the file. See the guide, Configuration.",
        HelpName = "FILE",
    };

    private readonly Dictionary<string, Option<string?>> _flags = SettingList.All
        .Where(one => one.Name is not (SettingList.Store or SettingList.Organisation))
        .ToDictionary(one => one.Name, one => new Option<string?>(one.Flag)
        {
            Description = one.Description + (Usual(one, urls) is { Length: > 0 } usual ? $" ({usual} where nothing sets it)" : string.Empty),
            HelpName = one.HelpName,
        });

    /// <param name="command">The command that reads settings.</param>
    /// <param name="prefix">Only those of its flags whose names begin so.</param>
    public void AddTo(Command command, string prefix = "")
    {
        command.Add(_file);
        foreach (var flag in _flags.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            command.Add(flag.Value);
        }
    }

    /// <summary>Reads every setting from where it is set; where one is wrong, says all that is and gives null.</summary>
    public SettingValues? Read(ParseResult parsed, Terminal terminal, IReadOnlyDictionary<string, string> environment)
    {
        var problems = new List<string>();
        var file = parsed.GetValue(_file) ?? environment.GetValueOrDefault(FileVariable);
        IReadOnlyDictionary<string, string> fromFile = new Dictionary<string, string>();
        if (file is not null)
        {
            problems.AddRange(SettingsFile.Read(file, out fromFile));
        }

        var variables = SettingList.All.Select(one => one.Variable).Concat(OtherVariables).ToList();
        problems.AddRange(
            environment.Keys.Where(name => name.StartsWith(Setting.Prefix, StringComparison.Ordinal) && !variables.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => $"The environment variable {name} is no setting. {SettingList.Advice(name, variables)}"));
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var setting in SettingList.All)
        {
            var (value, place) = Typed(parsed, setting) is { } typed ? (typed, setting.Flag)
                : environment.GetValueOrDefault(setting.Variable) is { } set ? (set, $"The environment variable {setting.Variable}")
                : fromFile.GetValueOrDefault(setting.Name) is { } written ? (written, $"The setting '{setting.Name}' of the file '{file}'")
                : (null, string.Empty);
            if (value is not null && setting.Wrong(value) is { } wrong)
            {
                problems.Add($"{place} is wrong. {wrong}");
            }

            values[setting.Name] = value ?? Usual(setting, urls);
        }

        if (problems.Count == 0)
        {
            problems.AddRange(SettingList.Together(values));
        }

        foreach (var problem in problems)
        {
            terminal.Error.WriteLine(problem);
        }

        return problems.Count == 0 ? new SettingValues(values, environment) : null;
    }

    /// <summary>The variables of the process.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOfProcess() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(one => (string)one.Key, one => (string?)one.Value ?? string.Empty);

    private static string? Usual(Setting setting, string urls) => setting.Name == SettingList.Urls ? urls : setting.Fallback;

    private string? Typed(ParseResult parsed, Setting setting) => setting.Name switch
    {
        SettingList.Store => store is null ? null : parsed.GetValue(store.Store),
        SettingList.Organisation =>
            store is not null && parsed.GetResult(store.Organisation) is { Implicit: false } ? parsed.GetValue(store.Organisation) : null,
        _ => parsed.GetValue(_flags[setting.Name]),
    };
}
