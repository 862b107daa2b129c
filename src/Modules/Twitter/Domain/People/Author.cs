namespace SystemDesign.Twitter.Domain.People;

/// <summary>A person as they stand beside what they wrote, and in lists.</summary>
/// <param name="UserName" example="ada_lovelace">Unique, whatever its case.</param>
/// <param name="DisplayName" example="Ada Lovelace">What others see.</param>
/// <param name="IsPrivate">Whether only who follows them sees what they write.</param>
internal sealed record Author(string UserName, string DisplayName, bool IsPrivate);
