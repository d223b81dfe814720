using Quarterdeck.Bench.Documents;
using Quarterdeck.TestKit;

namespace Quarterdeck.Bench.Site;

/// <summary>The program as its users get it.</summary>
internal static class PublishedProgram
{
    /// <summary>Compiled for this machine ahead of time, as the guide says to publish it. Its lock files stay as they are.</summary>
    /// <param name="folder">Where a folder for it is made.</param>
    /// <returns>Its path.</returns>
    public static string Make(string folder)
    {
        var into = Path.Combine(folder, "program");
        OtherProcess.Run(
            "dotnet", null, "publish", Path.Combine(Samples.Repository, "src", "Quarterdeck.Cli"), "-c", "Release", "-r", "linux-x64", "--self-contained",
            "true", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "-p:NuGetLockFilePath=obj/published.lock.json", "-o", into, "-v",
            "quiet", "--nologo", "-m:1");
        return Path.Combine(into, "quarterdeck");
    }
}
