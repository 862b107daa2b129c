using SystemDesign.Kernel.Paging;
using SystemDesign.Notifications.Domain.Deliveries;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>What users were told. All changes add to the unit of work, and live connections hear of them when they are on disk.</summary>
internal interface IInbox
{
    /// <summary>
    /// Adds an item, at its user's next position if it is visible, and what is to be delivered of it; neither if there is one of its key
    /// already, or if the user left.
    /// </summary>
    void Add(InboxItem item, bool isVisible, IReadOnlyList<Delivery> deliveries);

    /// <summary>The newest first.</summary>
    Task<Page<InboxItem>> ListAsync(Guid userId, bool unreadOnly, PageRequest page, CancellationToken cancellationToken);

    Task<bool> HasAsync(Guid userId, Guid id, CancellationToken cancellationToken);

    Task<UnreadNotifications> CountUnreadAsync(Guid userId, CancellationToken cancellationToken);

    void MarkRead(Guid userId, Guid id, DateTimeOffset now);

    void MarkUnread(Guid userId, Guid id);

    /// <summary>Those that are there now, up to a position: what comes meanwhile stays unread.</summary>
    void MarkReadUpTo(Guid userId, long position, DateTimeOffset now);

    void Delete(Guid userId, Guid id, DateTimeOffset now);
}
