using SystemDesign.Kernel.Events;

namespace SystemDesign.Contracts.UrlShortener;

/// <summary>There is a new link.</summary>
/// <param name="Code">What follows <c>/s/</c>; the key.</param>
/// <param name="OwnerId">Whose it is; nobody, if it was made without an account.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="ShortenedAt">UTC.</param>
[EventName("url-shortener.link-shortened.v1")]
public sealed record LinkShortened(string Code, Guid? OwnerId, string Url, DateTimeOffset ShortenedAt) : IByUser
{
    string IEvent.Key => Code;

    Guid? IByUser.UserId => OwnerId;
}
