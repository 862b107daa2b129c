using System.Text.Json;

namespace SystemDesign.Analytics.Domain.CustomEvents;

/// <summary>Something that happened at a client.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">Of the client's choice, unique among the user's: sent again, it is counted once.</param>
/// <param name="Name" example="checkout.started">Lower-case words with digits and hyphens, divided by dots; at most 60 characters.</param>
/// <param name="OccurredAt" example="2026-08-01T15:00:00Z">When; at most 3 days ago (unless set otherwise) and 5 minutes ahead.</param>
/// <param name="Properties">At most 20, each a text of at most 100 characters, a number, true or false. Names are letters, digits and underscores, 40 at most.</param>
internal sealed record NewEvent(Guid Id, string Name, DateTimeOffset OccurredAt, IReadOnlyDictionary<string, JsonElement>? Properties);
