using System.Globalization;
using System.Security.Cryptography;

namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>
/// What somebody types in who has an address. Five codes a day of five guesses each leave one who guesses a chance of 1 in 40,000 a day.
/// </summary>
internal static class ConfirmationCode
{
    public const int Length = 6;

    public const int MaximumAttempts = 5;

    public const int MaximumPerPeriod = 5;

    /// <summary>A code is worth something for minutes only; this is slow enough for who reads the database meanwhile.</summary>
    private const int Iterations = 20_000;

    private const int HashBytes = 32;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public static TimeSpan Period { get; } = TimeSpan.FromHours(24);

    public static string Draw() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static string Hash(string code, Guid codeId) =>
        Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(code, codeId.ToByteArray(), Iterations, HashAlgorithmName.SHA256, HashBytes));
}
