namespace Quarterdeck.TestKit.Programs;

/// <summary>Writes and reads workbooks as a program that is not ours does: Python with openpyxl.</summary>
public static class OpenPyxl
{
    // A Python of the user's own may stand first in the search path, without the module the distribution has.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    private static readonly Lazy<string?> Python = new(() => Pythons.FirstOrDefault(HasModule));

    /// <summary>Why a test cannot be run here; null where it can.</summary>
    public static string? WhyNot() =>
        Environment.GetEnvironmentVariable("CI") is "true" || Python.Value is not null
            ? null
            : "No python3 with openpyxl is installed here: it is in the Debian package python3-openpyxl.";

    /// <param name="folder">Where it runs.</param>
    /// <param name="script">Python that may use openpyxl.</param>
    /// <param name="args">What it finds in <c>sys.argv</c>.</param>
    public static Answer Run(string folder, string script, params string[] args) =>
        OtherProgram.Run(Python.Value ?? Pythons[0], folder, new Dictionary<string, string?>(), ["-c", script, .. args]);

    private static bool HasModule(string python)
    {
        try
        {
            return OtherProgram.Run(python, Path.GetTempPath(), new Dictionary<string, string?>(), ["-c", "import openpyxl"]).Exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
