namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>A delivery, as an operator sees it: without the address, and what was to be sent there.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7; the <c>Message-ID</c> of an e-mail begins with it, and every provider is told it.</param>
/// <param name="UserId">Whose it is; UUIDv7.</param>
/// <param name="Channel" example="email"><c>email</c>, <c>sms</c> or <c>push</c>.</param>
/// <param name="Topic" example="orders">What it is about; null: it confirms an address.</param>
/// <param name="State" example="failed"><c>waiting</c>, <c>sent</c>, <c>dropped</c> or <c>failed</c>.</param>
/// <param name="Attempts" example="8">How often it was handed to a provider.</param>
/// <param name="Provider" example="smtp:mail.example.org:587">The last that was asked.</param>
/// <param name="LastError" example="451 Try again later">What it said, or why the delivery was dropped.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="NotBefore">UTC; of one that waits, when it will be tried.</param>
/// <param name="SettledAt">UTC; null: it waits.</param>
internal sealed record DeliveryReport(
    Guid Id,
    Guid UserId,
    Channel Channel,
    string? Topic,
    DeliveryState State,
    int Attempts,
    string? Provider,
    string? LastError,
    DateTimeOffset CreatedAt,
    DateTimeOffset NotBefore,
    DateTimeOffset? SettledAt);
