using SystemDesign.Kernel.Identity;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Impressions;

/// <summary>Who sees which tweets (TW-15).</summary>
internal interface IImpressions
{
    /// <summary>
    /// Each tweet of one answer is seen once, and so are those that they quote; one's own are not, however often one looks at them. Returns at once: no
    /// reader waits for a count.
    /// </summary>
    void Count(IEnumerable<ShownTweet> shown, SignedInUser viewer);
}
