using SystemDesign.Kernel.Errors;

namespace SystemDesign.UrlShortener.Domain.Links;

/// <summary>
/// Whose a code is, and what becomes of it. Where it leads lies in the link's document, in another store (US-3). A link that is
/// deleted stays as an empty shell, so that its code is never given again.
/// </summary>
internal sealed class Link
{
    public required Guid Id { get; init; }

    /// <summary>Another with every change; the first is the link's id.</summary>
    public required Guid Version { get; set; }

    /// <summary>See <see cref="LinkCode"/>; unique, aliases and generated codes together.</summary>
    public required string Code { get; init; }

    /// <summary>Nobody: made without an account, or deleted.</summary>
    public Guid? OwnerId { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Nothing: deleted.</summary>
    public Guid? DocumentId { get; private set; }

    public int? DocumentShard { get; private set; }

    /// <summary>What a search of the owner's looks through, in lower case: code, address and tags.</summary>
    public string? SearchText { get; private set; }

    /// <summary>What the owner's list can be narrowed to.</summary>
    public ICollection<LinkTag> Tags { get; } = [];

    /// <summary>How often it may be followed; nothing: as often as one likes.</summary>
    public int? MaxVisits { get; private set; }

    /// <summary>How often it was followed while it had a maximum. Counted in the database, and never from here.</summary>
    public int VisitsSpent { get; private set; }

    public bool IsDisabled { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public DateTimeOffset? BannedAt { get; private set; }

    public string? BannedFor { get; private set; }

    public DocumentPlace? Document => DocumentId is { } id && DocumentShard is { } shard ? new(id, shard) : null;

    public static NotFoundException NotFound() => new("url-shortener.link-not-found", "You have no link with this code.");

    /// <param name="id">UUIDv7.</param>
    /// <param name="code">See <see cref="LinkCode"/>.</param>
    /// <param name="ownerId">Nobody, if it is made without an account.</param>
    /// <param name="maxVisits">At least 1; nothing: as often as one likes.</param>
    /// <param name="now">UTC.</param>
    public static Link Make(Guid id, string code, Guid? ownerId, int? maxVisits, DateTimeOffset now) =>
        new() { Id = id, Version = id, Code = code, OwnerId = ownerId, MaxVisits = maxVisits, CreatedAt = now };

    /// <summary>Its document is this one from now on, which is kept already.</summary>
    public void LeadBy(LinkDocument document, DocumentPlace place)
    {
        (DocumentId, DocumentShard) = (place.Id, place.Shard);
        SearchText = document.SearchText(Code);
        if (OwnerId is { } ownerId)
        {
            foreach (var dropped in Tags.Where(tag => !document.Tags.Contains(tag.Tag)).ToList())
            {
                Tags.Remove(dropped);
            }

            foreach (var added in document.Tags.Except(Tags.Select(tag => tag.Tag)).ToList())
            {
                Tags.Add(new() { OwnerId = ownerId, Tag = added, LinkId = Id });
            }
        }
    }

    /// <returns>Whether that is a change.</returns>
    public bool Restrict(int? maxVisits, bool isDisabled)
    {
        var changes = (maxVisits, isDisabled) != (MaxVisits, IsDisabled);
        (MaxVisits, IsDisabled) = (maxVisits, isDisabled);
        return changes;
    }

    public void Ban(string reason, DateTimeOffset now)
    {
        (BannedAt, BannedFor) = (now, reason);
        ChangedAt(now);
    }

    public void LiftBan(DateTimeOffset now)
    {
        (BannedAt, BannedFor) = (null, null);
        ChangedAt(now);
    }

    public void ChangedAt(DateTimeOffset now) => Version = Guid.CreateVersion7(now);

    /// <summary>Nothing of it is left but its code, which leads nowhere for ever.</summary>
    public void Delete(DateTimeOffset now)
    {
        (OwnerId, DocumentId, DocumentShard, SearchText, MaxVisits, BannedAt, BannedFor) = (null, null, null, null, null, null, null);
        Tags.Clear();
        DeletedAt = now;
        ChangedAt(now);
    }
}
