using SystemDesign.Kernel.Errors;
using SystemDesign.Media.Domain.Inspection;

namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>What came of an inspection: the content and its bytes, or the code of the refusal.</summary>
internal sealed record Inspected(InspectedContent? Content, byte[] Kept, string? Refusal)
{
    public static async Task<Inspected> OfAsync(byte[] upload, long maximumPixels = ContentInspection.DefaultMaximumPixels, bool dribbles = false)
    {
        using var kept = new MemoryStream();
        using Stream source = dribbles ? new DribblingStream(upload) : new MemoryStream(upload);
        try
        {
            var content = await new ContentInspection(maximumPixels).InspectAsync(source, kept, default);
            return new(content, kept.ToArray(), null);
        }
        catch (InvalidException refusal)
        {
            return new(null, [], refusal.Code);
        }
    }
}
