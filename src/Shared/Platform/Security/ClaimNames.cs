namespace SystemDesign.Platform.Security;

/// <summary>Short names (RFC 7519, section 4.1, where there is one), since they travel with every request.</summary>
internal static class ClaimNames
{
    public const string UserId = "sub";
    public const string UserName = "preferred_username";
    public const string DisplayName = "name";
    public const string Role = "role";
    public const string SessionId = "sid";
}
