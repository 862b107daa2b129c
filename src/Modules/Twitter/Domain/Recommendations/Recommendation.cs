using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Recommendations;

/// <summary>Somebody whom I may want to follow.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="CommonFollows" example="7">How many of those whom I follow follow them; of who follows very many, a part is asked. 0: they are shown for being followed by many.</param>
/// <param name="Through" example="[&quot;ada_lovelace&quot;]">The user names of up to 3 of those.</param>
internal sealed record Recommendation(Author Person, int CommonFollows, IReadOnlyList<string> Through);
