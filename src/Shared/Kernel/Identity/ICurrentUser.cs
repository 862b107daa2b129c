using SystemDesign.Kernel.Errors;

namespace SystemDesign.Kernel.Identity;

/// <summary>The user of this request, as the access token names them; never taken from a parameter.</summary>
public interface ICurrentUser
{
    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    Guid Id { get; }

    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    SignedInUser User { get; }
}
