using System.Collections.Concurrent;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Tests.Integration.Notifications;

/// <summary>A provider that keeps what it was given.</summary>
internal sealed class RecordingProvider(Channel channel) : IProvider
{
    private readonly ConcurrentQueue<OutgoingMessage> taken = new();

    public Channel Channel => channel;

    public string Name => $"recording:{channel}";

    public IReadOnlyList<OutgoingMessage> Taken => [.. taken];

    /// <summary>What happens before it takes one: nothing, unless a test says so.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async Task<ProviderAnswer> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        await Meanwhile();
        taken.Enqueue(message);
        return ProviderAnswer.Taken;
    }
}
