using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.UrlShortener.Domain.Abuse;

/// <summary>Nothing is wrong with the link.</summary>
internal sealed record DismissReport(Guid Id) : ICommand<Unit>
{
    internal sealed class Validator : AbstractValidator<DismissReport>
    {
        public Validator() => RuleFor(request => request.Id).NotEmpty();
    }

    internal sealed class Handler(IReports reports) : IRequestHandler<DismissReport, Unit>
    {
        public async Task<Unit> Handle(DismissReport request, CancellationToken cancellationToken) =>
            await reports.RemoveAsync(request.Id, cancellationToken)
                ? Unit.Value
                : throw new NotFoundException("url-shortener.report-not-found", "There is no such report, or it is decided.");
    }
}
