using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Platform.Retrying;

namespace SystemDesign.Notifications.Data;

/// <summary>What is to be written of a delivery that was looked after.</summary>
/// <param name="State">What it is now.</param>
/// <param name="Outcome">In a word, for the metrics.</param>
/// <param name="Attempts">How often it was handed over by now.</param>
/// <param name="NotBefore">Of one that waits; UTC.</param>
/// <param name="Provider">Who was asked last; nothing: nobody yet.</param>
/// <param name="LastError">What went wrong, or why it was dropped.</param>
internal sealed record Settlement(DeliveryState State, string Outcome, int Attempts, DateTimeOffset NotBefore, string? Provider, string? LastError)
{
    /// <summary>After a minute, two, four ... and in the end an hour: most outages of mail servers are over by then.</summary>
    private static readonly Backoff Backoff = new(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    public static Settlement OfDrop(Delivery delivery, string reason, DateTimeOffset now) =>
        new(DeliveryState.Dropped, "dropped", delivery.Attempts, now, delivery.Provider, reason);

    public static Settlement OfWait(Delivery delivery, DateTimeOffset until) =>
        new(DeliveryState.Waiting, "postponed", delivery.Attempts, until, delivery.Provider, delivery.LastError);

    /// <param name="delivery">As it was before the attempt.</param>
    /// <param name="answer">What the attempt brought.</param>
    /// <param name="now">UTC.</param>
    public static Settlement Of(Delivery delivery, ProviderAnswer answer, DateTimeOffset now)
    {
        var attempts = delivery.Attempts + 1;
        return answer.Kind switch
        {
            AnswerKind.Taken => new(DeliveryState.Sent, "sent", attempts, now, answer.Provider, null),
            AnswerKind.Refused => new(DeliveryState.Failed, "refused", attempts, now, answer.Provider, answer.Said),
            AnswerKind.NobodyThere =>
                new(DeliveryState.Waiting, "postponed", delivery.Attempts, answer.NotBefore ?? now + Backoff.DelayAfter(attempts), delivery.Provider, "No provider is in use."),
            _ when attempts >= Delivery.MaximumAttempts => new(DeliveryState.Failed, "failed", attempts, now, answer.Provider, answer.Said),
            _ => new(DeliveryState.Waiting, "retried", attempts, now + Backoff.DelayAfter(attempts), answer.Provider, answer.Said),
        };
    }
}
