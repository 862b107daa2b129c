namespace SystemDesign.Media.Domain.Delivery;

/// <summary>An address that an object is read at.</summary>
/// <param name="Url" example="https://cdn.example.org/cdn/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.png">Absolute.</param>
/// <param name="ExpiresAt">UTC; whoever comes later is refused (403), and asks for another. Null: it does not expire.</param>
internal sealed record MediaUrl(string Url, DateTimeOffset? ExpiresAt);
