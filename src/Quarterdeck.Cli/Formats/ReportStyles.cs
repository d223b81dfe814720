using Quarterdeck.Application.Abstractions;
using Quarterdeck.Domain.Packs;

namespace Quarterdeck.Cli.Formats;

/// <summary>Documents in the house style of a pack, by the writers of the project Documents.</summary>
internal sealed class ReportStyles : IReportStyles
{
    public static readonly ReportStyles Instance = new();

    public ReportStyle Read(Pack pack, IPackFiles files)
    {
        var (brand, findings) = HouseStyle.Of(pack, files);
        return new ReportStyle(ReportFormats.Of(brand), brand.Logo?.Picture.File, findings);
    }
}
