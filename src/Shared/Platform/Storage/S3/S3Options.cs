namespace SystemDesign.Platform.Storage.S3;

/// <summary>Section <c>Storage:S3</c>.</summary>
internal sealed class S3Options
{
    /// <summary>Storage classes that have to be restored before they can be read, and that this code asks to be.</summary>
    public static readonly IReadOnlyList<string> Archives = ["GLACIER", "DEEP_ARCHIVE"];

    private static readonly string[] ReadableClasses = ["STANDARD_IA", "ONEZONE_IA", "GLACIER_IR"];
    private static readonly string[] RestoreTiers = ["Standard", "Bulk", "Expedited"];

    /// <summary>The server, unless it is Amazon's own of <see cref="Region"/>.</summary>
    public string? ServiceUrl { get; set; }

    public string? Bucket { get; set; }

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>As it is signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Whether the bucket stands in the path and not in the host's name, as most servers but Amazon's want it.</summary>
    public bool ForcePathStyle { get; set; }

    /// <summary>What an object is moved to when nobody reads it.</summary>
    public string ColdStorageClass { get; set; } = "GLACIER";

    /// <summary>How quickly, and for how much money, an archived object is to come back.</summary>
    public string RestoreTier { get; set; } = "Standard";

    /// <summary>What is wrong, as sentences that say what to set.</summary>
    public IEnumerable<string> Faults(string section)
    {
        if (!string.IsNullOrWhiteSpace(ServiceUrl)
            && !(Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return $"Set {section}:{nameof(ServiceUrl)} to the server's address, such as http://localhost:9000, or leave it out for Amazon's.";
        }

        if (string.IsNullOrWhiteSpace(Bucket))
        {
            yield return $"Set {section}:{nameof(Bucket)} to a bucket that is there already.";
        }

        if (string.IsNullOrWhiteSpace(AccessKey) || string.IsNullOrWhiteSpace(SecretKey))
        {
            yield return $"Set {section}:{nameof(AccessKey)} and {section}:{nameof(SecretKey)} to the keys of a user who may read, write and list the bucket.";
        }

        if (string.IsNullOrWhiteSpace(Region))
        {
            yield return $"Set {section}:{nameof(Region)} to the bucket's region, such as eu-central-1, or leave it out.";
        }

        if (!Archives.Contains(ColdStorageClass) && !ReadableClasses.Contains(ColdStorageClass))
        {
            yield return $"Set {section}:{nameof(ColdStorageClass)} to one of {string.Join(", ", [.. Archives, .. ReadableClasses])}.";
        }

        if (!RestoreTiers.Contains(RestoreTier))
        {
            yield return $"Set {section}:{nameof(RestoreTier)} to one of {string.Join(", ", RestoreTiers)}.";
        }
    }
}
