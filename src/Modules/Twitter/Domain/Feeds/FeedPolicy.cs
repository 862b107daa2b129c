namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>How what people write comes into feeds; the same for all instances, from one transaction to the next.</summary>
/// <param name="Strategy">See <see cref="FeedStrategy"/>.</param>
/// <param name="Threshold" example="10000">With <c>hybrid</c>: who has as many followers is pulled, and who has a tenth fewer is pushed again.</param>
internal sealed record FeedPolicy(FeedStrategy Strategy, int Threshold);
