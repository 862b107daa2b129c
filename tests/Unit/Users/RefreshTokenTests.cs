using FsCheck;
using FsCheck.Fluent;
using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Unit.Users;

public sealed class RefreshTokenTests
{
    [Fact]
    public void Is_read_back_as_it_was_written()
    {
        var token = RefreshToken.Create(Guid.CreateVersion7());

        var read = RefreshToken.Parse(token.ToString())!;

        Assert.Equal(token.SessionId, read.SessionId);
        Assert.Equal(token.Hash(), read.Hash());
    }

    [Fact]
    public void Two_of_one_session_have_nothing_in_common_but_the_session()
    {
        var session = Guid.CreateVersion7();

        Assert.NotEqual(RefreshToken.Create(session).Hash(), RefreshToken.Create(session).Hash());
    }

    [Fact]
    public void Whatever_comes_is_either_a_token_of_64_characters_or_none() =>
        Prop.ForAll<string>(text => text is null || RefreshToken.Parse(text) is null || text.Length == 64)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
}
