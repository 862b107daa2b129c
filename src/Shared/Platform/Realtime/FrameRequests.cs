using System.Text.Json;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Errors;

namespace SystemDesign.Platform.Realtime;

/// <summary>Which requests a channel takes from its clients.</summary>
public sealed class FrameRequests
{
    private readonly Dictionary<string, Func<IMediator, JsonElement, JsonSerializerOptions, Task<object?>>> byType = new(StringComparer.Ordinal);

    internal bool IsEmpty => byType.Count == 0;

    /// <summary>
    /// A frame of this type is this request: its <c>data</c> is bound as a body is, and it goes the way of every request, with the user of the
    /// connection. The client is sent <c>{"type": "answer", "re": its id, "data": the response}</c>, or <c>{"type": "error", "re": ..., "data": the problem}</c>.
    /// Frames of one connection are taken one after the other.
    /// </summary>
    /// <param name="type">Kebab case.</param>
    public FrameRequests Take<TRequest, TResponse>(string type)
        where TRequest : IRequest<TResponse>
    {
        byType.Add(type, async (mediator, data, json) => await mediator.Send(Bind<TRequest>(data, json)));
        return this;
    }

    internal Task<object?> SendAsync(IMediator mediator, IncomingFrame frame, JsonSerializerOptions json) =>
        byType.TryGetValue(frame.Type!, out var send)
            ? send(mediator, frame.Data ?? throw new InvalidException(IncomingFrame.InvalidCode, "This frame needs data.", "data"), json)
            : throw new InvalidException("realtime.unknown-type", $"There is no such frame here, only {string.Join(", ", byType.Keys.Append(Incoming.Refresh))}.", "type");

    private static TRequest Bind<TRequest>(JsonElement data, JsonSerializerOptions json)
    {
        try
        {
            return data.Deserialize<TRequest>(json) ?? throw new InvalidException(IncomingFrame.InvalidCode, "This frame needs data.", "data");
        }
        catch (JsonException exception)
        {
            throw new InvalidException(IncomingFrame.InvalidCode, JsonProblem.Explain(exception), JsonProblem.FieldOf(exception));
        }
    }
}
