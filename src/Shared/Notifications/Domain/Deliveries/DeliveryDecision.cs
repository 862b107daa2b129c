namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>What is right to do with a delivery that is due: exactly one of the three.</summary>
/// <param name="Address">Where to send it.</param>
/// <param name="WaitUntil">Not now: UTC.</param>
/// <param name="DropReason">Not any more: a sentence for an operator.</param>
internal sealed record DeliveryDecision(string? Address, DateTimeOffset? WaitUntil, string? DropReason)
{
    public static DeliveryDecision Send(string address) => new(address, null, null);

    public static DeliveryDecision Wait(DateTimeOffset until) => new(null, until, null);

    public static DeliveryDecision Drop(string reason) => new(null, null, reason);
}
