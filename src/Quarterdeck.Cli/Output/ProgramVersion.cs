using System.Reflection;

namespace Quarterdeck.Cli.Output;

/// <summary>The version of the program: printed, and recorded with everything it writes.</summary>
internal static class ProgramVersion
{
    public static string Current { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
