namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>What stands in an e-mail for whose it is and what it is about, so that it can be unsubscribed from without signing in.</summary>
internal interface IUnsubscribeTokens
{
    /// <returns>Letters, digits, hyphens and underscores, which only this application can make.</returns>
    string Write(Guid userId, string topic);

    /// <returns>Nothing if this application did not write it.</returns>
    (Guid UserId, string Topic)? Read(string token);
}
