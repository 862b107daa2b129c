namespace SystemDesign.Twitter.Domain.Capacity;

/// <summary>How many tweets there are, and what they take (TW-1 to TW-4).</summary>
internal static class Volume
{
    /// <summary>Of 365 days, as the notes count.</summary>
    public const int DaysPerYear = 365;

    public const int SecondsPerDay = 24 * 60 * 60;

    /// <summary>20 million users who write 5 a day each: 100 million a day (TW-1, TW-2, TW-3).</summary>
    public static decimal TweetsPerDay(decimal dailyUsers, decimal tweetsPerUser) => dailyUsers * tweetsPerUser;

    /// <summary>On average; the notes' "1000 tweets/second" are 1,157.4 (TW-3).</summary>
    public static decimal PerSecond(decimal perDay) => perDay / SecondsPerDay;

    /// <summary>The notes' "37 TB" are 36.5 (TW-4).</summary>
    public static decimal After(decimal years, decimal perDay) => perDay * DaysPerYear * years;
}
