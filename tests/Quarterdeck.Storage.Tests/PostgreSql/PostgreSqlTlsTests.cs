using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using Quarterdeck.Application.Store;
using Quarterdeck.Storage.Tests.Ledger;
using Quarterdeck.TestKit.Packs;
using Quarterdeck.TestKit.Programs;

namespace Quarterdeck.Storage.Tests.PostgreSql;

/// <summary>A server between machines: its certificate is checked, and what is sent to it cannot be read on the way.</summary>
public sealed class PostgreSqlTlsTests : IDisposable
{
    private readonly TemporaryPack _folder = new();

    [Fact]
    public async Task A_server_whose_certificate_is_known_is_spoken_to_in_secret_and_no_other_is()
    {
        Assert.SkipWhen(PostgreSqlServer.WhyNot is not null, PostgreSqlServer.WhyNot ?? string.Empty);
        var (certificate, key) = Certificate();
        using var server = PostgreSqlServer.Start(20, certificate, key);
        var address = server.Address(PostgreSqlServer.Superuser, "postgres");
        var (known, other) = (_folder["known.pem"], _folder["other.pem"]);
        await File.WriteAllTextAsync(known, certificate, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(other, Certificate().Certificate, TestContext.Current.CancellationToken);

        await using (var store = await Open($"{address}?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(known)}", makes: true))
        {
            Assert.IsType<WriteOutcome.Written>(await store.WriteAsync(Stored.Change("main", "A", 0, "Kept"), TestContext.Current.CancellationToken));
            await using var engine = StoreLocation.Of($"{address}?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(known)}").Server();
            Assert.True(await engine.PlainAsync(connection => connection.ExecuteScalarAsync<bool>("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")));
        }

        foreach (var wrong in new[] { $"{address}?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(other)}", $"{address}?sslmode=verify-full" })
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => Open(wrong, makes: false));
            Assert.Contains("shows a certificate that is not trusted for that name. Nothing was sent to it.", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgreSqlServer.Password, refused.ToString(), StringComparison.Ordinal);
        }

        var unasked = await Assert.ThrowsAsync<StoreException>(() => Open(
            $"{address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}?sslmode=verify-full&sslrootcert={Uri.EscapeDataString(known)}",
            makes: false));
        Assert.Contains("not trusted for that name", unasked.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<IStore> Open(string address, bool makes) => StoreLocation.Of(address).OpenAsync(TimeProvider.System, "test", makes);

    /// <summary>A certificate for 127.0.0.1 that stands for itself.</summary>
    private static (string Certificate, string Key) Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
