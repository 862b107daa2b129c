using System.Text.Json;

namespace SystemDesign.GraphQL.Http;

internal sealed record RequestParameters(string? Query, string? OperationName, JsonElement? Variables, JsonElement? Extensions);
