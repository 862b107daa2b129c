using System.Text.Json;
using SystemDesign.Analytics.Domain.Events;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>An event of a client's, less all that is not counted.</summary>
/// <param name="UserId">Who sent it. It is never written down.</param>
/// <param name="Id">Unique among that user's.</param>
/// <param name="Name">See <see cref="EventNames.OfCustom"/>.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="Properties">Those that are counted by their values.</param>
internal sealed record CustomEvent(Guid UserId, Guid Id, string Name, DateTimeOffset OccurredAt, IReadOnlyList<(string Name, string Value)> Properties)
{
    public static CustomEvent Of(Guid userId, NewEvent sent, ICollection<string> counted) => new(
        userId,
        sent.Id,
        EventNames.OfCustom(sent.Name),
        Clock.AsStored(sent.OccurredAt),
        [.. from property in sent.Properties ?? new Dictionary<string, JsonElement>() where counted.Contains(property.Key) select (property.Key, TextOf(property.Value))]);

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
