using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Web.Options;
using IMailTransport = Quarterdeck.Application.Abstractions.IMailTransport;

namespace Quarterdeck.Web.Mail;

/// <summary>Hands mails to the council's mail server. A mail sent again has the Message-ID it had.</summary>
public sealed class SmtpTransport(MailOptions options, TimeProvider clock) : IMailTransport
{
    private const int LongestMilliseconds = 20_000;

    public async Task<MailDelivery> SendAsync(MailText mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            using var message = MessageOf(mail);
            using var client = new SmtpClient { Timeout = LongestMilliseconds };
            await client.ConnectAsync(options.Server, options.Port, SocketOptionsOf(options.Security), cancellationToken).ConfigureAwait(false);
            if (options.User is { } user)
            {
                await client.AuthenticateAsync(user, options.Password, cancellationToken).ConfigureAwait(false);
            }

            await client.SendAsync(message, cancellationToken).ConfigureAwait(false);
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
            return MailDelivery.Taken;
        }
        catch (SmtpCommandException refused)
        {
            // A server that says 5xx of an address says so for good; of anything else it may think better.
            return new MailDelivery(
                $"The mail server answered {(int)refused.StatusCode}: {refused.Message}",
                refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500);
        }
        catch (Exception problem) when (problem is IOException or SocketException or TimeoutException or ProtocolException or AuthenticationException
            or SslHandshakeException or NotSupportedException or ServiceNotAuthenticatedException)
        {
            return new MailDelivery(
                $"The mail server {options.Server}:{options.Port} could not be used: {problem.Message.ReplaceLineEndings(" ").Trim()}", false);
        }
        catch (ParseException problem)
        {
            return new MailDelivery($"The address cannot be written to: {problem.Message}", true);
        }
    }

    private MimeMessage MessageOf(MailText mail)
    {
        var message = new MimeMessage();
        var from = MailboxAddress.Parse(options.From);
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.Date = clock.GetUtcNow();
        message.MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Id)))[..32]}@{from.Domain}";

        // Nobody's absence note is to come back, nor be answered.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new TextPart("plain") { Text = mail.Body };
        return message;
    }

    private static SecureSocketOptions SocketOptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
