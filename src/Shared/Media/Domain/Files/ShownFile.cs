namespace SystemDesign.Media.Domain.Files;

/// <summary>A file as its owner sees it.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">The id of the upload that it came by.</param>
/// <param name="Name" example="harbour.jpg">What the client called it; null: nothing.</param>
/// <param name="Type" example="image/jpeg">Found by looking into the bytes.</param>
/// <param name="Bytes" example="204800">As it is kept, which may be less than was sent: metadata of pictures is not kept.</param>
/// <param name="Width" example="1600">Of a picture, in pixels, before it is turned to its orientation; else null.</param>
/// <param name="Height" example="900">As the width.</param>
/// <param name="Visibility" example="private"><c>public</c>: its address is good for everybody, for good. <c>private</c>: its address is signed and expires.</param>
/// <param name="UploadedAt" example="2026-01-01T12:00:00Z">UTC.</param>
/// <param name="Url" example="https://cdn.example.org/cdn/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.jpg">Where it is read.</param>
/// <param name="UrlExpiresAt" example="2026-01-01T13:00:00Z">UTC; then read the file again for another address. Null: never.</param>
/// <param name="Reference" example="CfDJ8O1yqk3vT0xGm2n4">To hand to the module that is to use the file; it is good until <c>deletedAfter</c>, or for as long from now. Null: the file is about to go.</param>
/// <param name="DeletedAfter" example="2026-01-02T12:00:00Z">UTC; unless a module uses the file until then, it goes. Null: one does.</param>
internal sealed record ShownFile(
    Guid Id,
    string? Name,
    string Type,
    long Bytes,
    int? Width,
    int? Height,
    string Visibility,
    DateTimeOffset UploadedAt,
    string Url,
    DateTimeOffset? UrlExpiresAt,
    string? Reference,
    DateTimeOffset? DeletedAfter);
