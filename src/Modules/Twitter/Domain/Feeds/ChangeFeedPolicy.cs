using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>Turns the knob: how what people write comes into feeds from now on (TW-8, TW-9).</summary>
/// <param name="Strategy" example="hybrid"><c>push</c>, <c>pull</c> or <c>hybrid</c>.</param>
/// <param name="Threshold" example="10000">With <c>hybrid</c>: who has as many followers is pulled; at least 1.</param>
internal sealed record ChangeFeedPolicy(FeedStrategy Strategy, int Threshold) : ICommand<FeedPolicy>
{
    internal sealed class Validator : AbstractValidator<ChangeFeedPolicy>
    {
        public Validator()
        {
            RuleFor(request => request.Strategy).IsInEnum();
            RuleFor(request => request.Threshold).GreaterThanOrEqualTo(1);
        }
    }

    internal sealed class Handler(IFeedPolicies policies) : IRequestHandler<ChangeFeedPolicy, FeedPolicy>
    {
        public Task<FeedPolicy> Handle(ChangeFeedPolicy request, CancellationToken cancellationToken)
        {
            var policy = new FeedPolicy(request.Strategy, request.Threshold);
            policies.Change(policy);
            return Task.FromResult(policy);
        }
    }
}
