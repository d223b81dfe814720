using Quarterdeck.Application.Publishing;

namespace Quarterdeck.Cli.Output;

/// <summary>Writes publications into a folder: one into the folder itself, several each into a folder of its code.</summary>
internal static class ReportFolders
{
    /// <param name="reports">What was issued.</param>
    /// <param name="directory">Made where it is not there.</param>
    /// <param name="written">Told of each report that was written, with its folder.</param>
    /// <returns>Why one could not be written; null when all were.</returns>
    public static string? Write(IReadOnlyList<IssuedReport> reports, string directory, Action<IssuedReport, string> written)
    {
        foreach (var report in reports)
        {
            var folder = reports.Count > 1 ? Path.Combine(directory, report.Version.Report) : directory;
            try
            {
                ReportFolder.Write(folder, report.Files);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                var published = reports.Any(one => one.IsNew)
                    ? $" It is published all the same; to write its files: quarterdeck reissue {report.Version.Id} --store ... --out DIR"
                    : string.Empty;
                return $"The report '{report.Version.Report}' could not be written to '{folder}': {problem.Message}{published}";
            }

            written(report, folder);
        }

        return null;
    }
}
