using System.Globalization;
using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.Traffic;

/// <summary>Where the requests of a day came from.</summary>
/// <param name="Day">As in 2026-08-01; nothing: today.</param>
internal sealed record ReadNetworks(string? Day) : IQuery<NetworksOfDay>
{
    private static DateOnly? Parse(string? day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

    internal sealed class Validator : AbstractValidator<ReadNetworks>
    {
        public Validator(TimeProvider clock) =>
            RuleFor(request => request.Day)
                .Must(day => Parse(day) is not null).WithMessage("A day is written as in 2026-08-01.")
                .Must(day => Parse(day) >= DateOnly.FromDateTime(clock.Now().UtcDateTime).AddDays(-NetworkTraffic.KeptDays)).WithMessage($"Networks are kept for {NetworkTraffic.KeptDays} days.")
                .When(request => !string.IsNullOrEmpty(request.Day));
    }

    internal sealed class Handler(ITraffic traffic, TimeProvider clock) : IRequestHandler<ReadNetworks, NetworksOfDay>
    {
        public async Task<NetworksOfDay> Handle(ReadNetworks request, CancellationToken cancellationToken)
        {
            var day = Parse(request.Day) ?? DateOnly.FromDateTime(clock.Now().UtcDateTime);
            return new(day, await traffic.NetworksAsync(new(day, TimeOnly.MinValue, TimeSpan.Zero), cancellationToken));
        }
    }
}
