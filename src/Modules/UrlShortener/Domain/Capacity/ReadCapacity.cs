using System.Globalization;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.UrlShortener.Domain.Capacity;

/// <summary>How long must codes be, and what do so many links take (US-1)?</summary>
/// <param name="LinksPerSecond">See <see cref="CapacityInput.LinksPerSecond"/>.</param>
/// <param name="Years">See <see cref="CapacityInput.Years"/>.</param>
/// <param name="BytesPerLink">See <see cref="CapacityInput.BytesPerLink"/>.</param>
internal sealed record ReadCapacity(decimal LinksPerSecond, decimal Years, decimal BytesPerLink) : IQuery<Capacity>
{
    internal sealed class Validator : AbstractValidator<ReadCapacity>
    {
        public Validator()
        {
            MustBeIn(RuleFor(request => request.LinksPerSecond), CapacityInput.LinksPerSecond);
            MustBeIn(RuleFor(request => request.Years), CapacityInput.Years);
            MustBeIn(RuleFor(request => request.BytesPerLink), CapacityInput.BytesPerLink);
        }

        private static void MustBeIn(IRuleBuilder<ReadCapacity, decimal> rule, CapacityInput input) => rule
            .InclusiveBetween(input.Minimum, input.Maximum)
            .WithMessage(string.Create(CultureInfo.InvariantCulture, $"'{{PropertyName}}' is one number from {input.Minimum} to {input.Maximum}."));
    }

    internal sealed class Handler : IRequestHandler<ReadCapacity, Capacity>
    {
        public Task<Capacity> Handle(ReadCapacity request, CancellationToken cancellationToken)
        {
            var links = Demand.LinksIn(request.Years, request.LinksPerSecond);
            var length = CodeSpace.LengthFor(links);
            var codes = CodeSpace.SizeOf(length);
            return Task.FromResult(new Capacity(
                request.LinksPerSecond,
                request.Years,
                request.BytesPerLink,
                (decimal)links,
                length,
                (decimal)codes,
                (decimal)links / (decimal)codes,
                (decimal)links * request.BytesPerLink,
                new(RandomCodes.OddsOfAnyCollision(links, codes), RandomCodes.OddsOfDrawingOnlyTaken(links, codes, draws: 1)),
                [.. Enumerable.Range(1, PermutedCodes.MaximumLength).Select(Length)]));

            LengthCapacity Length(int letters) => new(
                letters,
                (decimal)CodeSpace.SizeOf(letters),
                letters >= length,
                Demand.YearsFor(CodeSpace.SizeOf(letters), request.LinksPerSecond));
        }
    }
}
