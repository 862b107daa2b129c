using System.Text.Json;
using SystemDesign.Kernel.Events;

namespace SystemDesign.Platform.Outbox;

/// <summary>
/// Events as they are stored. Unlike requests they may carry members that this build does not know: a newer one may have
/// written them.
/// </summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static string Write(IEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);

    public static IEvent Read(string payload, Type type) => (IEvent)JsonSerializer.Deserialize(payload, type, Options)!;
}
