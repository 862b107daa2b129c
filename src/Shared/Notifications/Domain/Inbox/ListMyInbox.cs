using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Notifications.Domain.Inbox;

/// <summary>My notifications, the newest first.</summary>
/// <param name="Unread"><c>true</c>: without those that I read; nothing or <c>false</c>: all.</param>
/// <param name="Page">Which part.</param>
internal sealed record ListMyInbox(string? Unread, PageRequest Page) : IQuery<Page<InboxNotification>>
{
    internal sealed class Validator : AbstractValidator<ListMyInbox>
    {
        public Validator()
        {
            RuleFor(request => request.Unread).Must(unread => string.IsNullOrEmpty(unread) || bool.TryParse(unread, out _)).WithMessage("Unread is true or false.");
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(IInbox inbox, ICurrentUser currentUser) : IRequestHandler<ListMyInbox, Page<InboxNotification>>
    {
        public async Task<Page<InboxNotification>> Handle(ListMyInbox request, CancellationToken cancellationToken) =>
            (await inbox.ListAsync(currentUser.Id, bool.TryParse(request.Unread, out var unread) && unread, request.Page, cancellationToken)).Select(InboxNotification.Of);
    }
}
