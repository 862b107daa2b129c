using System.Text.Json;
using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Platform.Editing;

/// <summary>What stands in the patch is given; of what does not stand there, no converter hears.</summary>
/// <param name="takesNull">Whether null clears, or is refused as any value of a wrong type.</param>
internal sealed class OptionalConverter<T>(bool takesNull) : JsonConverter<Optional<T>>
{
    public override bool HandleNull => true;

    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is not JsonTokenType.Null ? new(Converter(options).Read(ref reader, typeof(T), options)!)
        : takesNull ? new(default!)
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Or(default!), options);

    /// <summary>Asked itself, so that what it refuses is reported at this member; a serializer of its own would begin a new path.</summary>
    private static JsonConverter<T> Converter(JsonSerializerOptions options) => (JsonConverter<T>)options.GetConverter(typeof(T));
}
