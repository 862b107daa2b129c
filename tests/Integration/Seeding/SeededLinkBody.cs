namespace SystemDesign.Tests.Integration.Seeding;

/// <summary>A link as its owner reads it, with what says whether it leads somewhere now.</summary>
internal sealed record SeededLinkBody(string Code, string Url, int Redirect, DateTimeOffset? ValidFrom, DateTimeOffset? ExpiresAt, int? MaxVisits, bool Disabled, string[] Tags)
{
    public bool LeadsSomewhere => this is { ValidFrom: null, ExpiresAt: null, MaxVisits: null, Disabled: false };
}
