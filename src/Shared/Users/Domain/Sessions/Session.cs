using System.Security.Cryptography;

namespace SystemDesign.Users.Domain.Sessions;

/// <summary>
/// One sign-in: the family of all refresh tokens that follow from it. Only the newest is good; whoever shows an older
/// one has a copy, and which of the two copies is the thief's cannot be told, so the whole family ends
/// (RFC 9700, section 4.14.2).
/// </summary>
internal sealed class Session
{
    /// <summary>How long a session lives that nobody refreshes.</summary>
    public static readonly TimeSpan IdleLifetime = TimeSpan.FromDays(30);

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the newest refresh token's secret.</summary>
    public required byte[] TokenHash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>As <see cref="Sessions.UserAgent"/> shows it.</summary>
    public string? UserAgent { get; init; }

    /// <summary>When it was last refreshed, or else when it began.</summary>
    public DateTimeOffset LastUsedAt => ExpiresAt - IdleLifetime;

    /// <param name="userId">Whose it is.</param>
    /// <param name="now">When.</param>
    /// <param name="userAgent">What the client says of itself.</param>
    public static (Session Session, RefreshToken Token) Start(Guid userId, DateTimeOffset now, string? userAgent = null)
    {
        var token = RefreshToken.Create(Guid.CreateVersion7(now));
        var session = new Session
        {
            Id = token.SessionId,
            UserId = userId,
            TokenHash = token.Hash(),
            CreatedAt = now,
            ExpiresAt = now + IdleLifetime,
            UserAgent = Sessions.UserAgent.Shown(userAgent),
        };
        return (session, token);
    }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;

    /// <returns>Whether it lived until now.</returns>
    public bool TryEnd(DateTimeOffset now)
    {
        var lived = IsLive(now);
        if (lived)
        {
            RevokedAt = now;
        }

        return lived;
    }

    /// <returns>The next token; none if this one is not good, and then the session may have ended for it.</returns>
    public RefreshToken? Refresh(RefreshToken token, DateTimeOffset now)
    {
        if (!IsLive(now))
        {
            return null;
        }

        if (!CryptographicOperations.FixedTimeEquals(TokenHash, token.Hash()))
        {
            RevokedAt = now;
            return null;
        }

        var next = RefreshToken.Create(Id);
        TokenHash = next.Hash();
        ExpiresAt = now + IdleLifetime;
        return next;
    }
}
