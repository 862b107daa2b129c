using System.Numerics;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>How many links there will be (US-1): "shortenings per second, multiplied to get those of 10 years".</summary>
internal static class Demand
{
    /// <summary>Of 365 days, as the notes count.</summary>
    public const int SecondsPerYear = 365 * 24 * 60 * 60;

    /// <returns>Rounded up to whole links.</returns>
    public static BigInteger LinksIn(decimal years, decimal linksPerSecond) => new(decimal.Ceiling(linksPerSecond * years * SecondsPerYear));

    /// <returns>Years until that many links are made.</returns>
    public static decimal YearsFor(BigInteger links, decimal linksPerSecond) => (decimal)links / linksPerSecond / SecondsPerYear;
}
