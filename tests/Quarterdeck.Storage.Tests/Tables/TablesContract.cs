using System.Globalization;
using System.Text;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;

namespace Quarterdeck.Storage.Tests.Tables;

/// <summary>What stands in typed tables beside the ledger, alike on every engine: files of publications and data protection keys.</summary>
public abstract class TablesContract : EngineContract
{
    private const string Publication = "dashboard-2025-10";
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("<h1>Dashboard</h1>");

    [Fact]
    public async Task Files_written_with_a_publication_are_given_out_byte_for_byte()
    {
        await Record(Publication, File(Publication, "dashboard.html"), File(Publication, "copy.html"));

        Assert.Equal(Bytes, await Read(Publication, "dashboard.html"));
        Assert.Equal(Bytes, await Read(Publication, "copy.html"));
        Assert.Null(await Read(Publication, "dashboard.pdf"));
        Assert.Null(await Read("another-2025-10", "dashboard.html"));
        Assert.Equal(["copy.html", "dashboard.html"], (await Entries()).Select(entry => entry.Name));
        Assert.All(await Entries(), entry =>
            Assert.Equal((Publication, "html", File(Publication, "a").Digest, false), (entry.Publication, entry.Format, entry.Digest, entry.IsErased)));
        Assert.Equal(["1"], await Intruder.Query("SELECT count(*) FROM file_content WHERE org = @org", Organisation));
    }

    [Fact]
    public async Task A_publication_that_conflicts_leaves_no_files()
    {
        await Record(Publication, File(Publication, "dashboard.html"));
        var again =
            PublicationChange("another-2025-10", File("another-2025-10", "another.html")) with { Statements = [.. PublicationChange(Publication).Statements] };

        Assert.IsType<WriteOutcome.Conflict>(await Store.WriteAsync(again));

        Assert.Equal(["dashboard.html"], (await Entries()).Select(entry => entry.Name));
    }

    [Fact]
    public async Task Files_are_added_to_a_publication_recorded_without_them_only_if_it_was_recorded_with_them()
    {
        var file = File(Publication, "dashboard.html");
        await Store.WriteAsync(PublicationChange(Publication, file) with { PublicationFiles = [] });
        Assert.Empty(await Entries());

        await Assert.ThrowsAsync<ArgumentException>(() => Add(File(Publication, "dashboard.html", "other bytes")));
        await Assert.ThrowsAsync<ArgumentException>(() => Add(file with { Format = "pdf" }));
        Assert.Empty(await Entries());
        await Add(file);
        await Add(file);

        Assert.Equal(Bytes, await Read(Publication, "dashboard.html"));
        Assert.Equal(1, (await Store.EndAsync(Organisation, TestContext.Current.CancellationToken)).Change);
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task A_file_altered_in_the_store_is_not_given_out()
    {
        await Record(Publication, File(Publication, "dashboard.html"));
        await Intruder.Force("UPDATE file_content SET content = @content WHERE org = @org", new { org = Organisation, content = Bytes });

        var refused = await Assert.ThrowsAsync<StoreException>(() => Read(Publication, "dashboard.html"));

        Assert.Contains("dashboard.html of dashboard-2025-10 was altered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_kept_by_organisation_and_each_once()
    {
        var stop = TestContext.Current.CancellationToken;
        var (keys, others) = (Store.DataProtectionKeys(Organisation), Store.DataProtectionKeys(Organisation + "-other"));
        await keys.AddAsync("2", "<key id='2'/>", stop);
        await keys.AddAsync("1", "<key id='1'/>", stop);
        await keys.AddAsync("1", "<key id='other'/>", stop);
        await others.AddAsync("1", "<key id='theirs'/>", stop);

        Assert.Equal(["<key id='1'/>", "<key id='2'/>"], await keys.ReadAllAsync(stop));
        Assert.Equal(["<key id='theirs'/>"], await others.ReadAllAsync(stop));
        Assert.Equal(0, (await Store.EndAsync(Organisation, stop)).Change);
    }

    protected static PublicationFile File(string publication, string name, string? text = null) =>
        new(publication, name, "html", text is null ? Bytes : Encoding.UTF8.GetBytes(text));

    protected async Task Record(string publication, params PublicationFile[] files) =>
        Assert.IsType<WriteOutcome.Written>(await Store.WriteAsync(PublicationChange(publication, files)));

    protected Task<byte[]?> Read(string publication, string name) =>
        Store.ReadPublicationFileAsync(Organisation, publication, name, TestContext.Current.CancellationToken);

    protected Task<IReadOnlyList<PublicationFileEntry>> Entries() => Store.PublicationFilesAsync(Organisation, null, TestContext.Current.CancellationToken);

    protected Change PublicationChange(string publication, params PublicationFile[] files) =>
        new(
            Organisation,
            "A publisher",
            "For members",
            "publish",
            "test",
            [new RowWrite(SystemTables.Publications, publication, 0, 1, RowBody.Write(Cells(files)))])
        { PublicationFiles = files };

    private Task Add(PublicationFile file) => Store.AddPublicationFilesAsync(Organisation, [file], TestContext.Current.CancellationToken);

    private static Dictionary<string, string> Cells(PublicationFile[] files) => new()
    {
        ["report"] = "dashboard",
        ["title"] = "Dashboard",
        ["results_to"] = "2025-10",
        ["version"] = "1",
        ["published_at"] = Start.ToString("O", CultureInfo.InvariantCulture),
        ["published_on"] = "2025-11-03",
        ["author"] = "A publisher",
        ["note"] = "For members",
        ["change"] = "0",
        ["inputs"] = new string('0', 64),
        ["program_version"] = "test",
        ["files"] = files.Length == 0
            ? $"{new string('0', 64)} 1 html a.html"
            : string.Join('\n', files.Select(file => $"{file.Digest} {file.Content.Length} {file.Format} {file.Name}")),
    };
}

/// <summary>What only the owner of a store may do with files.</summary>
public abstract class OwnedTablesContract : TablesContract
{
    [Fact]
    public async Task Erasing_takes_the_bytes_of_a_publications_files_and_keeps_what_is_recorded_of_them()
    {
        var publication = "dashboard-2025-10";
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "A name"));
        await Store.WriteAsync(Stored.Change(Organisation, "A", 1, "No name"));
        await Record(publication, File(publication, "dashboard.html"));
        await Record("other-2025-10", File("other-2025-10", "other.html", "other bytes"));
        var erasing = new Erasing(Organisation, "An officer", "Asked for", "test", "areas", "A", null, []) { Publications = [publication] };

        Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(erasing with { IsDryRun = true }));
        Assert.NotNull(await Read(publication, "dashboard.html"));
        Assert.IsType<EraseOutcome.Erased>(await Store.EraseAsync(erasing));

        Assert.Null(await Read(publication, "dashboard.html"));
        Assert.NotNull(await Read("other-2025-10", "other.html"));
        Assert.Equal([("dashboard.html", true), ("other.html", false)], (await Entries()).Select(entry => (entry.Name, entry.IsErased)));
        Assert.IsType<AuditVerdict.Whole>(await Store.VerifyAsync(Organisation));
    }

    [Fact]
    public async Task The_owner_sees_every_organisation()
    {
        await Store.WriteAsync(Stored.Change(Organisation, "A", 0, "First"));
        await Store.WriteAsync(Stored.Change(Organisation + "-other", "A", 0, "First"));

        var all = await Store.OrganisationsAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Organisation, Organisation + "-other"], all.Where(one => one.StartsWith(Organisation, StringComparison.Ordinal)));
    }
}
