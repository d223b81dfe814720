using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Accounts;

namespace Quarterdeck.Web.Options;

/// <summary>What signed-in pages need: who signs in and how, and the use cases.</summary>
/// <param name="Desk">The store people work on.</param>
/// <param name="Styles">The look of the documents, for publishing.</param>
/// <param name="Sheets">Writes and reads the tables that people fill in.</param>
public sealed record DeskSetup(Desk Desk, IReportStyles Styles, IFormSheets Sheets)
{
    /// <summary>The mail server; null where nobody gets mail.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>Whether anybody at this computer may sign in as any of the people: for the demo, and never but on loopback.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Null where people sign in by a password and a code alone.</summary>
    public CouncilSignIn? SignIn { get; init; }
}
