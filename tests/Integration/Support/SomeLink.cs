using System.Security.Cryptography;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>A link's row as no use case makes it, for tests of what any row goes through.</summary>
internal static class SomeLink
{
    public static string Code() => RandomNumberGenerator.GetString(LinkCode.Base62, 7);

    public static Link Of(Guid ownerId, string? code = null, Guid? id = null, DateTimeOffset? createdAt = null) =>
        Link.Make(id ?? Guid.CreateVersion7(), code ?? Code(), ownerId, maxVisits: null, createdAt ?? DateTimeOffset.UnixEpoch);

    public static Link New() => Of(Guid.CreateVersion7());
}
