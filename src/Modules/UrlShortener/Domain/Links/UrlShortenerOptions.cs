using System.ComponentModel.DataAnnotations;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>Section <c>UrlShortener</c>.</summary>
internal sealed class UrlShortenerOptions : IValidatableObject
{
    public const string Section = "UrlShortener";

    /// <summary>What short addresses begin with, such as <c>https://sho.rt</c>. Without it, the address that the client used.</summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>Further hosts of this service, such as <c>www.sho.rt</c>, which no link may lead to either.</summary>
    public IList<string> OwnHosts { get; } = [];

    /// <summary>Whether links can be made without an account. Nobody can change, list or delete those.</summary>
    public bool AnonymousLinks { get; set; }

    /// <summary>What is expected; it decides how long generated codes are.</summary>
    public CapacityOptions Capacity { get; } = new();

    /// <summary>How codes are generated.</summary>
    public CodeOptions Codes { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicBaseUrl is not null && WebAddress.Read(PublicBaseUrl, out _) is null)
        {
            yield return new ValidationResult($"Set {Section}:{nameof(PublicBaseUrl)} to an http or https address such as https://sho.rt, or leave it out.");
        }

        foreach (var host in OwnHosts.Where(host => WebHost.Parse(host) is null))
        {
            yield return new ValidationResult($"Set {Section}:{nameof(OwnHosts)} to host names such as www.sho.rt, without scheme or port: '{host}' is none.");
        }

        foreach (var failure in Capacity.Validate($"{Section}:{nameof(Capacity)}").Concat(Codes.Validate($"{Section}:{nameof(Codes)}")))
        {
            yield return failure;
        }
    }
}
