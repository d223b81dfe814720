namespace Quarterdeck.Web.Options;

/// <summary>The council's own sign-in, an OpenID Connect provider such as Microsoft Entra ID, Google Workspace or Keycloak.</summary>
/// <param name="Authority">Its address; what it can do is read from there.</param>
/// <param name="ClientId">How it knows this site.</param>
/// <param name="ClientSecret">How this site proves that it is; null for a public client, which the proof of the code (PKCE) protects alone.</param>
/// <param name="Name">What people call it: <c>County account</c>.</param>
/// <param name="Requires">A method its word must name (<c>amr</c>, or the whole <c>acr</c>), such as <c>mfa</c>; null leaves that to the council.</param>
public sealed record CouncilSignIn(Uri Authority, string ClientId, string? ClientSecret, string Name, string? Requires)
{
    /// <summary>Where the provider sends people back to; it must be told so.</summary>
    public const string ReturnPath = "/desk/sign-in/return";

    /// <summary>What people call it where the council gives no name.</summary>
    public const string UsualName = "council account";
}
