using SystemDesign.Platform.Modules;

namespace SystemDesign.Platform.Design;

/// <summary>A case's design: the interview, what the notes say, the nine steps, and what was weighed.</summary>
/// <param name="Module" example="url-shortener">Its name in addresses.</param>
/// <param name="Title" example="UrlShortener">For people.</param>
/// <param name="Summary">What it does, in one sentence of Markdown.</param>
/// <param name="Links">Where the rest is.</param>
/// <param name="Interview">What is asked before anything is designed, and the answers.</param>
/// <param name="Notes">Every item of the study notes on this case, with what meets it and what is not built yet.</param>
/// <param name="Steps">The notes' nine steps.</param>
/// <param name="TradeOffs">Choices with their pros and cons.</param>
internal sealed record DesignDocument(
    string Module,
    string Title,
    string Summary,
    DesignLinks Links,
    IReadOnlyList<InterviewAnswer> Interview,
    IReadOnlyList<NotesItem> Notes,
    DesignSteps Steps,
    IReadOnlyList<TradeOff> TradeOffs)
{
    public static DesignDocument Of(IModule module, CaseDesign design) => new(
        module.Name,
        module.Title,
        module.Summary,
        DesignLinks.Of(module),
        InterviewAnswer.Of(design.Interview),
        design.Notes,
        DesignSteps.Of(design),
        design.TradeOffs);
}
