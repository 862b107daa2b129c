using System.Globalization;
using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>What a badge shows.</summary>
/// <param name="Count" example="3">How many are not read.</param>
/// <param name="LastPosition" example="42">Of the newest, read or not; 0: there was none yet. <c>POST .../inbox/read</c> takes it.</param>
internal sealed record UnreadNotifications(int Count, long LastPosition) : IVersioned
{
    /// <summary>The two are the whole of it, so whoever has them has the current one.</summary>
    [JsonIgnore]
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{LastPosition}-{Count}");
}
