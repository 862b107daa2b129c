namespace SystemDesign.Platform.RateLimiting;

/// <summary>Whose requests a limit counts together.</summary>
internal enum CountedBy
{
    /// <summary>The signed-in user's, wherever they come from; where nobody is signed in, the address's.</summary>
    User,

    /// <summary>The address's, whoever is signed in: for what is done to become somebody.</summary>
    Address,
}
