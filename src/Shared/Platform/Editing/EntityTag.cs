using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Platform.Editing;

/// <summary>Versions as HTTP writes them (RFC 9110, section 8.8.3).</summary>
internal static class EntityTag
{
    /// <summary>Strong: two representations of one version are the same to the byte.</summary>
    public static string Of(string version) => $"\"{version}\"";

    /// <summary><c>*</c>, or a list of tags; header lines of one name are one list.</summary>
    /// <param name="header">At least one line.</param>
    /// <param name="weak">Whether a weak tag stands for its version too (section 8.8.3.2): to read it is good enough, to change it is not.</param>
    /// <param name="versions">Those named.</param>
    /// <returns>Whether it is such a list.</returns>
    public static bool TryRead(StringValues header, bool weak, out VersionSet versions)
    {
        var isList = EntityTagHeaderValue.TryParseStrictList(header.ToArray()!, out var tags) && tags.Count > 0;
        versions = tags is [var only] && only.Equals(EntityTagHeaderValue.Any)
            ? VersionSet.Any
            : new((tags ?? []).Where(tag => weak || !tag.IsWeak).Select(tag => tag.Tag.ToString().Trim('"')).ToHashSet(StringComparer.Ordinal));
        return isList && (versions == VersionSet.Any || !tags!.Contains(EntityTagHeaderValue.Any));
    }
}
