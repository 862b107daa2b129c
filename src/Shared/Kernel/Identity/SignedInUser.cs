namespace SystemDesign.Kernel.Identity;

/// <summary>What an access token says of its user, so that a module need not ask another one.</summary>
/// <param name="Id">The user's id, UUIDv7.</param>
/// <param name="UserName">Unique, chosen at registration.</param>
/// <param name="DisplayName">What others see.</param>
/// <param name="Roles">See <see cref="Roles"/>.</param>
/// <param name="SessionId">The sign-in that the token belongs to.</param>
public sealed record SignedInUser(Guid Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, Guid SessionId);
