using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SystemDesign.GraphQL.Http;

/// <summary>
/// Automatic persisted queries, in Apollo's protocol: a client names a document by its hash alone, and sends hash and document when it is told
/// <c>PersistedQueryNotFound</c> (apollographql.com/docs/apollo-server/performance/apq).
/// </summary>
internal static class PersistedQueries
{
    /// <exception cref="GraphQLErrorException">There is no document under the hash, or another one.</exception>
    /// <exception cref="BadHttpRequestException">There is neither.</exception>
    public static async ValueTask<string> DocumentAsync(RequestParameters parameters, IPersistedDocuments documents, CancellationToken cancellationToken)
    {
        if (HashIn(parameters.Extensions) is not { } hash)
        {
            return parameters.Query ?? throw new BadHttpRequestException("'query' must be given.");
        }

        if (parameters.Query is not { } document)
        {
            return await documents.FindAsync(hash, cancellationToken) ?? throw Error("PersistedQueryNotFound", "PERSISTED_QUERY_NOT_FOUND");
        }

        if (hash != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document))))
        {
            throw Error("provided sha does not match query", "PERSISTED_QUERY_HASH_MISMATCH");
        }

        await documents.KeepAsync(hash, document, cancellationToken);
        return document;
    }

    private static string? HashIn(JsonElement? extensions)
    {
        if (extensions is not { } members || !members.TryGetProperty("persistedQuery", out var persisted))
        {
            return null;
        }

        return persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1
            && persisted.TryGetProperty("sha256Hash", out var hash)
            && hash.ValueKind == JsonValueKind.String
                ? hash.GetString()!
                : throw new BadHttpRequestException("'extensions.persistedQuery' must have version 1 and a sha256Hash.");
    }

    private static GraphQLErrorException Error(string message, string code) =>
        new(new(message) { Extensions = new Dictionary<string, object?> { ["code"] = code } });
}
