namespace Quarterdeck.Bench.Documents;

/// <summary>LibreOffice turning a Word file into a PDF, without a window, with a profile of its own.</summary>
public sealed class LibreOffice(string program, string folder)
{
    public static string? Program { get; } = OtherProcess.Find("soffice", "libreoffice");

    public byte[] Convert(string docx, MemoryWatch? memory)
    {
        OtherProcess.Run(
            program,
            memory,
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "libreoffice"))}", "--headless", "--convert-to", "pdf", "--outdir", folder, docx);
        return File.ReadAllBytes(Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(docx), ".pdf")));
    }
}
