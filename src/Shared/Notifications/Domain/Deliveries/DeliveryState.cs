using System.Text.Json.Serialization;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>How far a delivery has come. The numbers are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
internal enum DeliveryState
{
    /// <summary>Will be tried, or tried again.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting = 0,

    /// <summary>A provider has taken it.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent = 1,

    /// <summary>Nobody wants it any more: read meanwhile, switched off, or the address is gone.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped = 2,

    /// <summary>Refused for good, or tried often enough: an operator decides.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed = 3,
}
