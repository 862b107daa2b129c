using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Twitter.Domain;

/// <summary>Section <c>Twitter:GraphQL</c>: what one document may ask for.</summary>
internal sealed class DocumentOptions
{
    /// <summary>Fields within fields.</summary>
    public int Depth { get; set; } = 12;

    /// <summary>Fields, each as often as the pages around it may have items.</summary>
    public int Cost { get; set; } = 10_000;

    public IEnumerable<ValidationResult> Validate(string section)
    {
        if (Depth < 1)
        {
            yield return new($"Set {section}:{nameof(Depth)} to a number of fields within fields, at least 1.");
        }

        if (Cost < 1)
        {
            yield return new($"Set {section}:{nameof(Cost)} to a number of fields, at least 1.");
        }
    }
}
