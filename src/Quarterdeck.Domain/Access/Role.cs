namespace Quarterdeck.Domain.Access;

/// <summary>What a person can be granted.</summary>
public enum Role
{
    Reader,
    Officer,
    Approver,
    Analyst,
    Publisher,
    Assurance,
    Auditor,
    Administrator,
}

/// <summary>The words of the roles.</summary>
public static class RoleWords
{
    /// <summary>As typed and stored: <c>officer</c>.</summary>
    public static string Code(this Role role) => role.ToString().ToLowerInvariant();

    /// <summary>In a sentence: <c>an officer</c>.</summary>
    public static string WithArticle(this Role role) => (role is Role.Reader or Role.Publisher ? "a " : "an ") + role.Noun();

    /// <summary>What it is for, for the page of grants and the reference.</summary>
    public static string Purpose(this Role role) => role switch
    {
        Role.Reader => "Reads the returns of the area and changes nothing.",
        Role.Officer => "Gives the figures and words of the area or of named indicators.",
        Role.Approver => "Approves what officers send, at level 1, 2 or 3.",
        Role.Analyst => "Opens and locks rounds, reopens and corrects returns, and takes approved ones into a release.",
        Role.Publisher => "Publishes what is in a release, and withdraws from it.",
        Role.Assurance => "Reads the returns of the area and writes in their threads.",
        Role.Auditor => "Reads everything, also people and the trail, and changes nothing.",
        Role.Administrator => "Looks after people, grants and settings, and sees no figures.",
    };

    public static Role? Parse(string? code) => Enum.GetValues<Role>().Where(role => role.Code() == code).Select(role => (Role?)role).FirstOrDefault();

    private static string Noun(this Role role) => role == Role.Assurance ? "assurance officer" : role.Code();
}
