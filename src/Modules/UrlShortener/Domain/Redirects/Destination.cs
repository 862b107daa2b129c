namespace SystemDesign.UrlShortener.Domain.Redirects;

/// <summary>All that a visit needs to know of a link: the owner's row and the document in one.</summary>
/// <param name="LinkId">The link's.</param>
/// <param name="Standing">What its row says, whatever the time.</param>
/// <param name="Url">Where it leads; empty if it is deleted.</param>
/// <param name="Redirect">See <see cref="Links.RedirectStatus"/>.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="VisitsLeft">Nothing: as many as one likes.</param>
internal sealed record Destination(
    Guid LinkId, FollowOutcome Standing, string Url, int Redirect, DateTimeOffset? ValidFrom, DateTimeOffset? ExpiresAt, int? VisitsLeft)
{
    public bool IsLimited => VisitsLeft is not null;

    /// <summary>Whether the next visitor may be told the same: a visit may be the last, and a ban or its end is to be seen at once (US-4).</summary>
    public bool MayBeKept => !IsLimited && Standing is not FollowOutcome.Banned;

    public FollowOutcome OutcomeAt(DateTimeOffset now) =>
        Standing is not FollowOutcome.Leads ? Standing
        : now < ValidFrom ? FollowOutcome.LeadsNowhere
        : now >= ExpiresAt ? FollowOutcome.Expired
        : VisitsLeft <= 0 ? FollowOutcome.UsedUp
        : FollowOutcome.Leads;
}
