using SystemDesign.Users.Domain.Sessions;

namespace SystemDesign.Tests.Unit.Users;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_token_is_good_once_and_followed_by_another()
    {
        var (session, token) = Session.Start(Guid.CreateVersion7(), Start);

        for (var refresh = 0; refresh < 10; refresh++)
        {
            var next = session.Refresh(token, Start.AddDays(refresh));
            Assert.NotNull(next);
            token = next;
        }

        Assert.Null(session.RevokedAt);
    }

    [Fact]
    public void An_older_token_ends_the_session_for_the_newest_too()
    {
        var (session, first) = Session.Start(Guid.CreateVersion7(), Start);
        var second = session.Refresh(first, Start)!;

        Assert.Null(session.Refresh(first, Start.AddMinutes(1)));
        Assert.Equal(Start.AddMinutes(1), session.RevokedAt);
        Assert.Null(session.Refresh(second, Start.AddMinutes(2)));
        Assert.Equal(Start.AddMinutes(1), session.RevokedAt);
    }

    [Fact]
    public void Lives_for_30_days_from_its_last_refresh()
    {
        var (session, token) = Session.Start(Guid.CreateVersion7(), Start);
        token = session.Refresh(token, Start.AddDays(29))!;

        Assert.NotNull(token = session.Refresh(token, Start.AddDays(58))!);
        Assert.Null(session.Refresh(token, Start.AddDays(58 + 30)));
    }

    [Fact]
    public void Ends_once_and_is_good_for_nothing_then()
    {
        var (session, token) = Session.Start(Guid.CreateVersion7(), Start);

        Assert.True(session.TryEnd(Start.AddMinutes(1)));
        Assert.False(session.TryEnd(Start.AddMinutes(2)));

        Assert.Equal(Start.AddMinutes(1), session.RevokedAt);
        Assert.Null(session.Refresh(token, Start.AddMinutes(2)));
    }

    [Fact]
    public void What_has_expired_does_not_end_again()
    {
        var (session, _) = Session.Start(Guid.CreateVersion7(), Start);

        Assert.False(session.TryEnd(Start.AddDays(30)));
        Assert.Null(session.RevokedAt);
    }

    [Fact]
    public void Was_last_used_when_it_was_last_refreshed()
    {
        var (session, token) = Session.Start(Guid.CreateVersion7(), Start);
        Assert.Equal(Start, session.LastUsedAt);

        session.Refresh(token, Start.AddDays(3));

        Assert.Equal(Start.AddDays(3), session.LastUsedAt);
    }
}
