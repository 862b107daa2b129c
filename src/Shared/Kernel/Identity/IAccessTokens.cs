namespace SystemDesign.Kernel.Identity;

/// <summary>Makes the token that a client shows with each request.</summary>
public interface IAccessTokens
{
    /// <summary>How long each lasts.</summary>
    TimeSpan Lifetime { get; }

    AccessToken Issue(SignedInUser user);
}
