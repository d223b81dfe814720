using Quarterdeck.Application.Publishing;
using Quarterdeck.Application.Store;
using Quarterdeck.Cli.Formats;
using Quarterdeck.Cli.Input;
using Quarterdeck.Cli.Output;
using Quarterdeck.Packs.Reading;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Cli.Sites;

/// <summary>A pack as visitors see it on the web.</summary>
internal static class PackSnapshots
{
    public static DashboardSnapshot Of(Terminal terminal, SoundPack sound, bool isDraft)
    {
        var (brand, blemishes) = HouseStyle.Of(sound.Pack, sound.Files);
        HouseStyle.Tell(terminal, blemishes);
        StoredFile[] logo = brand.Logo is { } picture ? [new StoredFile(sound.Pack.Settings.BrandLogo!, picture.Picture.File)] : [];
        return new DashboardSnapshot(
            new PublicDashboard(sound.Pack),
            ReportFormats.Of(brand),
            RowDigest.Of(PackRows.Of(sound.Pack), logo),
            brand: brand)
        { IsDraft = isDraft };
    }
}
