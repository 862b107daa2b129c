namespace SystemDesign.Platform.Design;

/// <summary>One of the notes' nine steps.</summary>
/// <typeparam name="TContent">What the step comes to.</typeparam>
/// <param name="Step" example="1">1 to 9.</param>
/// <param name="Title">The step's name.</param>
/// <param name="Asks">What the notes ask for in it, in English.</param>
/// <param name="Content">What this case answers.</param>
internal sealed record DesignStep<TContent>(int Step, string Title, string Asks, TContent Content);
