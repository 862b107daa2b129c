namespace SystemDesign.Platform.Design;

/// <summary>A question of the notes, and this case's answer.</summary>
/// <param name="Question" example="Is it public or private?">The notes, in English.</param>
/// <param name="Answer">What the design assumes.</param>
internal sealed record InterviewAnswer(string Question, string Answer)
{
    public static IReadOnlyList<InterviewAnswer> Of(Interview interview) =>
    [
        new("Is it public or private?", interview.Publicity),
        new("Do they need analytics?", interview.Analytics),
        new("How big is the scale expected to be?", interview.Scale),
        new("Which users will use it, and what kind of users?", interview.Users),
    ];
}
