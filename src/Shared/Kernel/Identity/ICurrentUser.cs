using SystemDesign.Kernel.Errors;

namespace SystemDesign.Kernel.Identity;

/// <summary>The user of this request, as the access token names them; never taken from a parameter.</summary>
public interface ICurrentUser
{
    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    Guid Id { get; }

    /// <exception cref="UnauthenticatedException">Nobody is signed in.</exception>
    SignedInUser User { get; }

    /// <summary>For what can be done without an account.</summary>
    /// <returns>Nothing if nobody is signed in.</returns>
    Guid? FindId();
}
