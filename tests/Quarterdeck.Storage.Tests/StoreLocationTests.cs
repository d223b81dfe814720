using Quarterdeck.Application.Store;

namespace Quarterdeck.Storage.Tests;

public sealed class StoreLocationTests
{
    [Theory]
    [InlineData("postgresql://user:hunter2@server:notaport/db")]
    [InlineData("postgresql://user:hunter2@server/db?colour=green")]
    [InlineData("postgres://user:hunter2@server/db?sslmode=perhaps")]
    [InlineData("Host=server;Password=hunter2;Colour=green")]
    public void An_address_that_cannot_be_read_is_refused_without_being_repeated(string address)
    {
        var refused = Assert.Throws<StoreException>(() => StoreLocation.Of(address));

        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains("postgresql://user@server:5432/database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_made_unasked()
    {
        var file = Path.Combine(Path.GetTempPath(), "quarterdeck-not-there.db");

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreLocation.Of(file).OpenAsync(TimeProvider.System, "test", makes: false));

        Assert.Contains("no file has this name", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }
}
