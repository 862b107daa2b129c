using FluentValidation;
using MediatR;
using SystemDesign.Analytics.Domain.Periods;
using SystemDesign.Analytics.Domain.Traffic;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;

namespace SystemDesign.Analytics.Domain.Forecasts;

/// <summary>How many requests will come.</summary>
/// <param name="Route">A template; nothing: all.</param>
/// <param name="HorizonDays">1 to 365; nothing: 90.</param>
internal sealed record ReadForecast(string? Route, int? HorizonDays) : IQuery<TrafficForecast>
{
    internal sealed class Validator : AbstractValidator<ReadForecast>
    {
        public Validator()
        {
            RuleFor(request => request.Route).Sought(AnsweredRequest.MaximumRouteLength);
            RuleFor(request => request.HorizonDays).InclusiveBetween(1, TrafficForecast.MaximumHorizonDays);
        }
    }

    internal sealed class Handler(ITraffic traffic, Retention retention, AnalyticsOptions options, TimeProvider clock) : IRequestHandler<ReadForecast, TrafficForecast>
    {
        /// <summary>More teach nothing about the next months, and take longer to read.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

        public async Task<TrafficForecast> Handle(ReadForecast request, CancellationToken cancellationToken)
        {
            // This hour is not over, and the flush of the one before may be on its way.
            var end = Step.Hour.StartOf(clock.Now().AddMinutes(-2));
            var first = retention.FirstKept(Step.Hour);
            var period = new Period(Step.Hour, first > end - Longest ? first : end - Longest, end);
            var hours = await traffic.HoursAsync(period, request.Route, cancellationToken);

            // Before a route was there it had no requests; and its first hour was begun in the middle, unless older ones are gone.
            var since = hours.SkipWhile(hour => hour.Requests == 0).ToList();
            var whole = since.Count > 0 && since[0].Hour > period.From ? since[1..] : since;
            return TrafficForecast.Of(HourlySeries.Of(whole), request.Route, request.HorizonDays ?? TrafficForecast.UsualHorizonDays, options.CapacityRequestsPerSecond);
        }
    }
}
