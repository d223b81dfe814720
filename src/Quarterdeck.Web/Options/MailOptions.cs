namespace Quarterdeck.Web.Options;

/// <summary>How the connection to a mail server is kept from others.</summary>
public enum MailSecurity
{
    /// <summary>It begins in the open and must go on encrypted, usually at port 587.</summary>
    StartTls,

    /// <summary>It is encrypted from the start, usually at port 465.</summary>
    Tls,

    /// <summary>It is in the open: for a server on this computer.</summary>
    None,
}

/// <summary>The mail server that mails are handed to.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is kept from others.</param>
/// <param name="From">The address that mails come from.</param>
public sealed record MailOptions(string Server, int Port, MailSecurity Security, string From)
{
    /// <summary>Null where the server asks for none.</summary>
    public string? User { get; init; }

    public string Password { get; init; } = string.Empty;
}
