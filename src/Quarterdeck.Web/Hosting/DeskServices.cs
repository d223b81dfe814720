using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Quarterdeck.Application.Accounts;
using Quarterdeck.Application.Collection;
using Quarterdeck.Web.Mail;
using Quarterdeck.Web.Options;
using Quarterdeck.Web.Releases;
using Quarterdeck.Web.Security;

namespace Quarterdeck.Web.Hosting;

/// <summary>Sets up sign-in and the use cases that signed-in pages call.</summary>
internal static class DeskServices
{
    private const string Cookie = "quarterdeck-desk";
    private const string DoneCookie = "quarterdeck-done";
    private const string FormCookie = "quarterdeck-form";
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <param name="services">Where they are added.</param>
    /// <param name="setup">The store people sign in to work on; null where nobody does.</param>
    /// <param name="formsOf">The path of the pages that have forms that change something.</param>
    public static void Add(IServiceCollection services, DeskSetup? setup, string formsOf)
    {
        services.AddScoped<DeskUser>();
        services.AddSingleton<SignInThrottle>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = FormCookie;
            forms.Cookie.Path = formsOf;
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.FormFieldName = "form";
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(kept =>
        {
            kept.Cookie.Name = DoneCookie;
            kept.Cookie.Path = DeskAccess.Root;
            kept.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddAuthentication(DeskAccess.Scheme).AddCookie(DeskAccess.Scheme, cookies =>
        {
            cookies.Cookie.Name = Cookie;
            cookies.Cookie.Path = DeskAccess.Root;
            cookies.Cookie.SameSite = SameSiteMode.Lax;
            cookies.Cookie.HttpOnly = true;
            cookies.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookies.ExpireTimeSpan = Longest;
            cookies.SlidingExpiration = false;
            cookies.LoginPath = "/desk/sign-in";
            cookies.ReturnUrlParameter = "return";
        });
        if (setup is null)
        {
            return;
        }

        if (setup.SignIn is { } council)
        {
            AddCouncilSignIn(services, council);
        }

        services.AddSingleton(setup).AddSingleton(setup.Desk).AddSingleton(setup.Styles).AddSingleton(setup.Sheets).AddSingleton<CatalogueReader>();
        services.AddTransient<AddPersonHandler>().AddTransient<GrantRoleHandler>().AddTransient<EndGrantHandler>().AddTransient<DelegateWorkHandler>()
            .AddTransient<RemovePersonHandler>().AddTransient<IssueLinkHandler>().AddTransient<InvitePersonHandler>()
            .AddTransient<SetUpAccountHandler>().AddTransient<ConnectAccountHandler>().AddTransient<SignInHandler>();
        services.AddTransient<OpenRoundHandler>().AddTransient<LockRoundHandler>().AddTransient<AdmitLateHandler>().AddTransient<TakeStepHandler>()
            .AddTransient<ApproveReturnsHandler>().AddTransient<WriteInThreadHandler>().AddTransient<TakeIntoReleaseHandler>()
            .AddTransient<PublishRoundHandler>().AddTransient<SaveReturnSheetHandler>();
        services.AddTransient<PlanReleaseHandler>().AddTransient<CancelReleaseHandler>().AddHostedService<ReleaseService>();
        services.AddSingleton<MailStatus>().AddHostedService<MailService>();
    }

    private static void AddCouncilSignIn(IServiceCollection services, CouncilSignIn council)
    {
        services.AddTransient<CouncilSignInEvents>();
        services.AddAuthentication().AddOpenIdConnect(CouncilChallenge.Scheme, provider =>
        {
            provider.Authority = council.Authority.AbsoluteUri;
            provider.RequireHttpsMetadata = !council.Authority.IsLoopback;
            provider.ClientId = council.ClientId;
            provider.ClientSecret = council.ClientSecret;
            provider.ResponseType = OpenIdConnectResponseType.Code;
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.UsePkce = true;
            provider.MapInboundClaims = false;
            provider.SaveTokens = false;
            provider.Scope.Clear();
            provider.Scope.Add("openid");
            provider.CallbackPath = CouncilSignIn.ReturnPath;
            provider.SignInScheme = DeskAccess.Scheme;
            provider.EventsType = typeof(CouncilSignInEvents);
            foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            {
                cookie.Path = DeskAccess.Root;
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }
        });
    }

    public static void Use(WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(DeskAccess.Root), pages => pages.UseMiddleware<DeskAccess>());
}
