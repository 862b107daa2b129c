using System.Security.Cryptography;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.UrlShortener.Data;

internal sealed class RandomCodes : ICodes
{
    public Task<string> DrawAsync(Guid linkId, CancellationToken cancellationToken) => Task.FromResult(RandomNumberGenerator.GetString(LinkCode.Base62, 7));

    public void Claim(string alias, Guid linkId)
    {
    }
}
