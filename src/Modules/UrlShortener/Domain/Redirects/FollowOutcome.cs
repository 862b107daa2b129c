namespace SystemDesign.UrlShortener.Domain.Redirects;

/// <summary>Whether a code leads somewhere, and if not, why.</summary>
internal enum FollowOutcome
{
    Leads,

    /// <summary>There is no such link, or not yet: nobody is to know which.</summary>
    LeadsNowhere,

    Expired,

    /// <summary>It was followed as often as it may be.</summary>
    UsedUp,

    /// <summary>Its owner switched it off.</summary>
    Disabled,

    Deleted,

    /// <summary>An operator found that nobody should be led there.</summary>
    Banned,
}
