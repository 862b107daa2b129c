namespace SystemDesign.Media.Domain.Files;

/// <summary>What a user has of what they may have.</summary>
/// <param name="QuotaBytes" example="10737418240">What files and uploads may have together.</param>
/// <param name="UsedBytes" example="204800">What the files have.</param>
/// <param name="ReservedBytes" example="1073741824">What uploads that are under way have announced.</param>
/// <param name="Uploads" example="1">How many of those there are.</param>
internal sealed record ShownUsage(long QuotaBytes, long UsedBytes, long ReservedBytes, int Uploads);
