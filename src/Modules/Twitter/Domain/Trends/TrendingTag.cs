namespace SystemDesign.Twitter.Domain.Trends;

/// <summary>A tag that many use now.</summary>
/// <param name="Tag" example="launch">Without the number sign, in lower case.</param>
/// <param name="Authors" example="120">How many wrote with it in the last 24 hours, of those whom everybody can read.</param>
/// <param name="Tweets" example="340">How many tweets they wrote with it.</param>
internal sealed record TrendingTag(string Tag, int Authors, int Tweets);
