namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>The odds, 0 to 1, that codes meet which are drawn at random. Of codes that are handed out from a list they are 0.</summary>
/// <param name="Any" example="1">That two links ever draw the same code.</param>
/// <param name="Next" example="0.0895">That the link after the last draws a taken one.</param>
internal sealed record CollisionOdds(double Any, double Next);
