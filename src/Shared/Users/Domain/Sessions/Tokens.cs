namespace SystemDesign.Users.Domain.Sessions;

/// <summary>What a client needs to act for a user (the form of RFC 6749, section 5.1, in camel case).</summary>
/// <param name="TokenType" example="Bearer">For the Authorization header.</param>
/// <param name="AccessToken">Goes with each request: <c>Authorization: Bearer ...</c>.</param>
/// <param name="ExpiresIn" example="600">Seconds that the access token lasts.</param>
/// <param name="RefreshToken">Good for one refresh.</param>
internal sealed record Tokens(string TokenType, string AccessToken, int ExpiresIn, string RefreshToken);
