namespace SystemDesign.Twitter.Domain.Search;

/// <summary>Words that must follow each other.</summary>
/// <param name="Words">As <see cref="SearchWords"/> finds them; at least one.</param>
/// <param name="IsPrefix">The last of them is only begun.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Words, bool IsPrefix);
