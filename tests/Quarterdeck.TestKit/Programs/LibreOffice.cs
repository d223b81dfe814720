namespace Quarterdeck.TestKit.Programs;

/// <summary>An office suite that is not ours, run without a window.</summary>
public static class LibreOffice
{
    public static string? WhyNot() => OtherProgram.WhyNot("soffice", "libreoffice-calc");

    /// <summary>Opens a file and saves it again.</summary>
    /// <param name="file">What is opened.</param>
    /// <param name="format">What it is saved as: <c>xlsx</c>, <c>ods</c>.</param>
    /// <param name="folder">Takes the saved file, under the same name, and the suite's own settings.</param>
    /// <returns>The saved file.</returns>
    public static string Save(string file, string format, string folder)
    {
        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        var answer = OtherProgram.Run(
            "soffice",
            folder,
            new Dictionary<string, string?>(),
            [$"-env:UserInstallation={profile}", "--headless", "--convert-to", format, "--outdir", folder, file]);
        var saved = Path.Combine(folder, Path.GetFileNameWithoutExtension(file) + "." + format);
        return File.Exists(saved) ? saved : throw new InvalidOperationException(answer.Said);
    }
}
