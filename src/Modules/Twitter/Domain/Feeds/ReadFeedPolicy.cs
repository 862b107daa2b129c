using MediatR;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Twitter.Domain.Feeds;

/// <summary>How what people write comes into feeds.</summary>
internal sealed record ReadFeedPolicy : IQuery<FeedPolicy>
{
    internal sealed class Handler(IFeedPolicies policies) : IRequestHandler<ReadFeedPolicy, FeedPolicy>
    {
        public Task<FeedPolicy> Handle(ReadFeedPolicy request, CancellationToken cancellationToken) => policies.ReadAsync(cancellationToken);
    }
}
