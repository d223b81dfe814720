using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Domain.Findings;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary>A pack as visitors see it on the web.</summary>
internal static class PackSnapshots
{
    public static DashboardSnapshot Of(Terminal terminal, SoundPack sound, bool isDraft)
    {
        var (snapshot, blemishes) = Of(sound, isDraft);
        HouseStyle.Tell(terminal, blemishes);
        return snapshot;
    }

    /// <summary>What visitors see, and what is not as the house style meant it.</summary>
    public static (DashboardSnapshot Snapshot, IReadOnlyList<Finding> Blemishes) Of(SoundPack sound, bool isDraft)
    {
        var (brand, blemishes) = HouseStyle.Of(sound.Pack, sound.Files);
        StoredFile[] logo = brand.Logo is { } picture ? [new StoredFile(sound.Pack.Settings.BrandLogo!, picture.Picture.File)] : [];
        var snapshot = new DashboardSnapshot(
            new PublicDashboard(sound.Pack),
            ReportFormats.Of(brand),
            RowDigest.Of(PackRows.Of(sound.Pack), logo),
            brand: brand)
        { IsDraft = isDraft };
        return (snapshot, blemishes);
    }
}
