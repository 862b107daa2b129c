using System.ComponentModel.DataAnnotations;
using SystemDesign.Twitter.Domain.Feeds;

namespace SystemDesign.Twitter.Domain;

/// <summary>Section <c>Twitter</c>.</summary>
internal sealed class TwitterOptions : IValidatableObject
{
    public const string Section = "Twitter";

    /// <summary>How entries come into feeds.</summary>
    public FeedOptions Feeds { get; } = new();

    /// <summary>What may be asked for in one document.</summary>
    public DocumentOptions GraphQL { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. Feeds.Validate($"{Section}:{nameof(Feeds)}"), .. GraphQL.Validate($"{Section}:{nameof(GraphQL)}")];
}
