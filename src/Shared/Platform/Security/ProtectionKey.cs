namespace SystemDesign.Platform.Security;

/// <summary>An element of the framework's key ring: a key, or the revocation of one.</summary>
internal sealed class ProtectionKey
{
    public required Guid Id { get; init; }

    public required string FriendlyName { get; init; }

    public required string Xml { get; init; }
}
