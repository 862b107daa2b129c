using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed record Whole(string Value) : ICommand<string>
{
    internal sealed class Validator : AbstractValidator<Whole>;

    internal sealed class Handler : IRequestHandler<Whole, string>
    {
        public Task<string> Handle(Whole request, CancellationToken cancellationToken) => Task.FromResult(request.Value);
    }
}
