using System.Globalization;
using Quarterdeck.Application.Abstractions;

namespace Quarterdeck.Application.Publishing;

/// <summary>
/// Writes finished files into a folder so that nobody meets a half-written one: they are written beside it first, and moved
/// only when all are complete.
/// </summary>
public static class ReportFolder
{
    /// <summary>Why nothing can be written to that folder; null where something can.</summary>
    public static string? Refusal(string directory) =>
        File.Exists(directory) ? $"'{directory}' is a file. Name a folder for the report, new or existing." : null;

    /// <param name="directory">Made when it is not there; other files in it are left alone.</param>
    /// <param name="files">In the order moved: what vouches for the others comes last.</param>
    /// <exception cref="IOException">The disk would not take it; the folder holds what it held.</exception>
    public static void Write(string directory, IReadOnlyList<ReportFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        var beside = $"{target}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.partial";
        try
        {
            Directory.CreateDirectory(beside);
            foreach (var file in files)
            {
                File.WriteAllBytes(Path.Combine(beside, file.Name), file.Content.Span);
            }

            if (!Directory.Exists(target))
            {
                Directory.Move(beside, target);
                return;
            }

            foreach (var file in files)
            {
                File.Move(Path.Combine(beside, file.Name), Path.Combine(target, file.Name), overwrite: true);
            }
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }
}
