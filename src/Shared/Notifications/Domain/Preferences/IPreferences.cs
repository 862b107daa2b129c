namespace SystemDesign.Notifications.Domain.Preferences;

/// <summary>What users chose for topics. Changes add to the unit of work.</summary>
internal interface IPreferences
{
    /// <returns>Nothing: the topic's default.</returns>
    Task<ChannelChoices?> FindAsync(Guid userId, string topic, CancellationToken cancellationToken);

    /// <returns>By topic.</returns>
    Task<IReadOnlyDictionary<string, ChannelChoices>> ListAsync(Guid userId, CancellationToken cancellationToken);

    void Choose(Guid userId, string topic, ChannelChoices choices);

    /// <summary>Back to the default.</summary>
    void Reset(Guid userId, string topic);

    /// <summary>
    /// No more e-mail about it; the other channels stay as they were chosen, or as the default has them. For who left, nothing is written.
    /// </summary>
    void SwitchOffEmail(Guid userId, string topic, ChannelChoices otherwise);
}
