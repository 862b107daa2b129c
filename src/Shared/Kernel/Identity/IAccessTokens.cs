namespace SystemDesign.Kernel.Identity;

/// <summary>Makes the token that a client shows with each request.</summary>
public interface IAccessTokens
{
    AccessToken Issue(SignedInUser user);
}
