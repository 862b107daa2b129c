using Microsoft.AspNetCore.Http;

namespace SystemDesign.Platform.Idempotency;

/// <summary>The key that the client sent with this request, and what it is told of its use.</summary>
internal sealed class IdempotencyHeaders(IHttpContextAccessor http)
{
    /// <summary>Stripe's name for it; the draft has none.</summary>
    public const string Replayed = "Idempotent-Replayed";

    /// <returns>Nothing if the client sent none, or if this is no request of a client.</returns>
    /// <exception cref="Kernel.Errors.InvalidException">It is malformed, or missing where the route asks for one.</exception>
    public string? FindKey()
    {
        if (http.HttpContext is not { } context)
        {
            return null;
        }

        var sent = context.Request.Headers[IdempotencyKey.Header];
        return sent.Count switch
        {
            0 when context.GetEndpoint()?.Metadata.GetMetadata<TakesIdempotencyKey>() is { Required: true } =>
                throw KeyProblems.Invalid($"This route asks for an {IdempotencyKey.Header}, so that a repeated request does not repeat its effect."),
            0 => null,
            1 => IdempotencyKey.Parse(sent[0]),
            _ => throw KeyProblems.Invalid($"Send one {IdempotencyKey.Header}, not several."),
        };
    }

    public void TellReplayed() => http.HttpContext?.Response.Headers[Replayed] = "true";
}
