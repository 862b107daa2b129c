using System.Text.Json;

namespace SystemDesign.Platform.Documents;

/// <summary>
/// Documents as they are stored. They may carry members that this build does not know, since a newer one may have written
/// them; one that lacks what this build must have is not read as one with holes.
/// </summary>
internal static class DocumentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    public static byte[] Write<TDocument>(TDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    public static TDocument Read<TDocument>(byte[] body) => JsonSerializer.Deserialize<TDocument>(body, Options)!;
}
