namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A file that a tweet shows.</summary>
/// <param name="FileId">Of Media.</param>
/// <param name="Url" example="/cdn/4f6a...9c.jpg">Where it is, if everybody may read it; a private one is read through Media by who may.</param>
/// <param name="ContentType" example="image/jpeg">Found by looking into the bytes.</param>
/// <param name="Bytes" example="184320">As it is kept.</param>
internal sealed record ShownAttachment(Guid FileId, string Url, string ContentType, long Bytes);
