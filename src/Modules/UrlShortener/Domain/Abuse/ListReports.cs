using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>What waits for a decision, the oldest first.</summary>
internal sealed record ListReports(PageRequest Page) : IQuery<Page<OpenReport>>
{
    internal sealed class Validator : AbstractValidator<ListReports>
    {
        public Validator() => RuleFor(request => request.Page).NotNull();
    }

    internal sealed class Handler(IReports reports) : IRequestHandler<ListReports, Page<OpenReport>>
    {
        public Task<Page<OpenReport>> Handle(ListReports request, CancellationToken cancellationToken) =>
            reports.ListAsync(request.Page, cancellationToken);
    }
}
