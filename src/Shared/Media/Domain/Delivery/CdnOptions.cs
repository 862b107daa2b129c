using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Media.Domain.Delivery;

/// <summary>Section <c>Cdn</c>.</summary>
internal sealed class CdnOptions : IValidatableObject
{
    public const string Section = "Cdn";

    /// <summary>Room for the segments of a few objects at least: an edge that keeps nothing is none.</summary>
    private const long LeastEdge = 1024 * 1024;

    private const int MostMinutes = 7 * 24 * 60;

    /// <summary>What addresses of media begin with, such as <c>https://cdn.example.org</c>. Without it, the address that the client used.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>How much each instance keeps of what is read, in memory.</summary>
    public long EdgeBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>How long the address of a file that is not open to all is good, at least; up to 5 minutes longer.</summary>
    public int SignedUrlMinutes { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not null
            && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }))
        {
            yield return new($"Set {Section}:{nameof(BaseUrl)} to an http or https address such as https://cdn.example.org, or leave it out.");
        }

        if (EdgeBytes < LeastEdge)
        {
            yield return new(FormattableString.Invariant($"Set {Section}:{nameof(EdgeBytes)} to {LeastEdge} or more, in bytes."));
        }

        if (SignedUrlMinutes is < 1 or > MostMinutes)
        {
            yield return new(FormattableString.Invariant($"Set {Section}:{nameof(SignedUrlMinutes)} to 1 to {MostMinutes}."));
        }
    }
}
