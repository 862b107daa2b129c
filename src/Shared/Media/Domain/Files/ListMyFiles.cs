using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Media.Domain.Files;

/// <summary>My files, the newest first.</summary>
/// <param name="Page">Which part.</param>
internal sealed record ListMyFiles(PageRequest Page) : IQuery<Page<ShownFile>>
{
    internal sealed class Validator : AbstractValidator<ListMyFiles>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IFiles files, ShownFiles shown, ICurrentUser currentUser) : IRequestHandler<ListMyFiles, Page<ShownFile>>
    {
        public async Task<Page<ShownFile>> Handle(ListMyFiles request, CancellationToken cancellationToken) =>
            (await files.ListAsync(currentUser.Id, request.Page, cancellationToken)).Select(shown.Show);
    }
}
