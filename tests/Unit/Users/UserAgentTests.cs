using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Unit.Users;

public sealed class UserAgentTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (X11; Linux x86_64)")]
    [InlineData("  curl/8.0  ", "curl/8.0")]
    [InlineData("a\tb\u0007c\u001B[31md\u0085e", "abc[31mde")]
    [InlineData("a\u202Eb\u200Bc\u2028d", "abcd")]
    [InlineData("\uD83E\uDDA9 bird", "\uD83E\uDDA9 bird")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \u0000 ", null)]
    public void Shows_what_can_be_shown(string? sent, string? shown) => Assert.Equal(shown, UserAgent.Shown(sent));

    [Fact]
    public void Cuts_what_is_too_long_and_no_character_in_two()
    {
        Assert.Equal(new string('x', 200), UserAgent.Shown(new string('x', 201)));
        Assert.Equal(new string('x', 199), UserAgent.Shown($"{new string('x', 199)}\uD83E\uDDA9"));
    }

    [Fact]
    public void Whatever_is_left_can_be_stored() => Assert.Equal("\uFFFDa\uFFFD", UserAgent.Shown("\uD83Ea\uDDA9"));
}
