using System.Numerics;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>
/// The odds (0 to 1) that codes which are drawn at random meet. Of codes that are pre-generated and handed out one by one
/// (US-2) they are zero.
/// </summary>
internal static class RandomCodes
{
    /// <summary>
    /// That at least two of them are the same: 1 - e^(-n(n-1)/2N), the birthday bound. It is never above the exact odds, and
    /// below them by less than n³/3N², as long as at most half of the codes are drawn.
    /// </summary>
    /// <param name="links">n: how many are drawn.</param>
    /// <param name="codes">N: how many there are.</param>
    public static double OddsOfAnyCollision(BigInteger links, BigInteger codes)
    {
        if (links > codes)
        {
            return 1;
        }

        // 1 - e^-x loses every digit where x is tiny; tanh does not, and 1 - e^-x = tanh(x/2) (1 + e^-x).
        var exponent = (double)(links * (links - 1)) / (2 * (double)codes);
        return Math.Tanh(exponent / 2) * (1 + Math.Exp(-exponent));
    }

    /// <summary>That the next link finds each of so many codes taken that it draws.</summary>
    /// <param name="links">How many codes are taken.</param>
    /// <param name="codes">How many there are.</param>
    /// <param name="draws">After how many it gives up.</param>
    public static double OddsOfDrawingOnlyTaken(BigInteger links, BigInteger codes, int draws) =>
        Math.Pow(Math.Min(1, (double)links / (double)codes), draws);

    /// <returns>How many links it takes until two of them are as likely to have met as not: √(2N ln 2).</returns>
    public static BigInteger LinksForEvenOdds(BigInteger codes) => new(Math.Ceiling(Math.Sqrt(2 * Math.Log(2) * (double)codes)));
}
