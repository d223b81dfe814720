namespace Quarterdeck.TestKit.Programs;

/// <summary>The real program, started as its users start it. The tests must refer to the program's project, which puts it beside them.</summary>
public static class QuarterdeckProcess
{
    public static Answer Run(params string[] args) => RunIn(Environment.CurrentDirectory, args);

    public static Answer RunIn(string folder, params string[] args) => OtherProgram.Run("dotnet", folder, NoVariables, ["exec", Dll, .. args]);

    /// <summary>As on another machine: its variables, and its own settings of the runtime.</summary>
    /// <param name="variables">Set for the process; null takes one away.</param>
    /// <param name="runtimeSettings">A <c>runtimeconfig.json</c> instead of the program's own; null keeps that.</param>
    /// <param name="args">What is asked of the program.</param>
    public static Answer RunAs(IReadOnlyDictionary<string, string?> variables, string? runtimeSettings, params string[] args) =>
        OtherProgram.Run(
            "dotnet",
            Environment.CurrentDirectory,
            variables,
            ["exec", .. runtimeSettings is null ? Array.Empty<string>() : ["--runtimeconfig", runtimeSettings], Dll, .. args]);

    /// <summary>The program's own settings of the runtime.</summary>
    public static string RuntimeSettings => Path.ChangeExtension(Dll, ".runtimeconfig.json");

    private static readonly Dictionary<string, string?> NoVariables = [];

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "quarterdeck.dll");
}
