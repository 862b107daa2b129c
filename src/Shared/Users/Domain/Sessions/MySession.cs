namespace SystemDesign.Users.Domain.Sessions;

/// <summary>One of my sign-ins.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7.</param>
/// <param name="CreatedAt">When I logged in; UTC.</param>
/// <param name="LastUsedAt">When it was last refreshed, or else when I logged in; UTC.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed before; UTC.</param>
/// <param name="UserAgent" example="Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0">What the client said of itself when I logged in: at most 200 characters; null if it said nothing.</param>
/// <param name="Current">Whether it is the one that asks.</param>
internal sealed record MySession(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, string? UserAgent, bool Current);
