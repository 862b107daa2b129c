using System.Text.Json.Serialization;

namespace SystemDesign.Platform.Design;

/// <summary>Who may use an endpoint.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    /// <summary>No token is asked for.</summary>
    [JsonStringEnumMemberName("anyone")]
    Anyone,

    /// <summary>An access token is.</summary>
    [JsonStringEnumMemberName("signed-in")]
    SignedIn,

    /// <summary>An access token of an operator is.</summary>
    [JsonStringEnumMemberName("operator")]
    Operator,
}
