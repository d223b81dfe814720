using Quarterdeck.Application.Accounts;

namespace Quarterdeck.Application.Tests.Accounts;

/// <summary>Codes and passwords, beside what others say they are.</summary>
public sealed class SecretTests
{
    /// <summary>The secret of RFC 6238, appendix B, in Base32; its codes there have eight digits, of which apps show the last six.</summary>
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.Code(Secret, seconds / OneTimeCodes.Seconds));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_is_taken_half_a_minute_either_way_and_its_place_is_told(int away, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        var step = (now.ToUnixTimeSeconds() / OneTimeCodes.Seconds) + away;

        Assert.Equal(isTaken ? step : null, OneTimeCodes.StepOf(Secret, OneTimeCodes.Code(Secret, step).Insert(3, " "), now));
        Assert.Null(OneTimeCodes.StepOf(Secret, string.Empty, now));
    }

    [Fact]
    public void A_new_secret_has_160_bits_and_none_is_given_twice()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => OneTimeCodes.NewSecret()).ToList();

        Assert.All(secrets, secret => Assert.Matches("^[A-Z2-7]{32}$", secret));
        Assert.Equal(50, secrets.Distinct().Count());
    }

    [Theory]
    [InlineData("three quiet otters swim", null)]
    [InlineData("three quiet ott", null)]
    [InlineData("three quiet ot", "Choose a password of 15 characters or more; three words you can remember will do")]
    [InlineData("aaaaabbbbbaaaaabbbbb", "Choose a password with more different characters")]
    [InlineData("finance.analyst1234", "Choose a password that is not made of your own or the council's name")]
    [InlineData("Quarterdeck 2025", "Choose a password that is not made of your own or the council's name")]
    public void A_password_is_long_and_not_what_would_be_tried_first(string password, string? problem) =>
        Assert.Equal(problem, Passwords.Problem(password, ["finance.analyst@example.gov.uk", "quarterdeck"]));

    [Fact]
    public void A_password_of_more_than_200_characters_is_refused() => Assert.NotNull(Passwords.Problem(new string('x', 201) + "abcdef", []));

    [Fact]
    public void A_password_is_known_by_its_hash_which_never_comes_twice()
    {
        var hash = Passwords.Hash("three quiet otters swim");

        Assert.True(Passwords.Is("three quiet otters swim", hash));
        Assert.False(Passwords.Is("three quiet otters swam", hash));
        Assert.NotEqual(hash, Passwords.Hash("three quiet otters swim"));
        Assert.False(Passwords.Is("three quiet otters swim", Passwords.Dummy));
        Assert.False(Passwords.Is("x", "no hash"));
    }
}
