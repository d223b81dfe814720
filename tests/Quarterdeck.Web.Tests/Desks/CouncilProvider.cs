using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Quarterdeck.Web.Tests.Desks;

/// <summary>A real OpenID Connect provider in this process. Whoever comes is vouched for at once, as <see cref="Subject"/>.</summary>
internal sealed class CouncilProvider : IAsyncDisposable
{
    public const string Client = "quarterdeck";
    public const string Secret = "a secret of the tests alone";

    private readonly WebApplication _app;

    private CouncilProvider(WebApplication app) => _app = app;

    /// <summary>Whom it vouches for.</summary>
    public string Subject { get; set; } = "subject-1";

    /// <summary>How they proved it, as it says.</summary>
    public string[] Methods { get; set; } = ["pwd"];

    /// <summary>Where it may send people back to: set once the site runs.</summary>
    public string? ReturnAddress { get; set; }

    public Uri Address => new(_app.Urls.Single());

    public static async Task<CouncilProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        CouncilProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                .SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            server.AddEphemeralEncryptionKey().AddSigningKey(new RsaSecurityKey(RSA.Create(2048)));
            server.UseAspNetCore().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(check => check.UseInlineHandler(asked =>
            {
                if (asked.ClientId != Client || asked.RedirectUri != provider!.ReturnAddress)
                {
                    asked.Reject(Errors.InvalidClient, "This client is not known by that return address.");
                }

                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(check => check.UseInlineHandler(asked =>
            {
                if (asked.ClientId != Client || asked.ClientSecret != Secret)
                {
                    asked.Reject(Errors.InvalidClient, "The secret is wrong.");
                }

                return default;
            }));
            server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(answer => answer.UseInlineHandler(asked =>
            {
                var identity = new ClaimsIdentity("test");
                identity.SetClaim(Claims.Subject, provider!.Subject).SetClaims(Claims.AuthenticationMethodReference, [.. provider.Methods]);
                identity.SetScopes(asked.Request!.GetScopes());
                identity.SetDestinations(static _ => [Destinations.IdentityToken]);
                asked.Principal = new ClaimsPrincipal(identity);
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        provider = new CouncilProvider(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
