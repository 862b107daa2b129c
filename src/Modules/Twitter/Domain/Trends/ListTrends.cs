using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Twitter.Domain.Trends;

/// <summary>What many write about now.</summary>
internal sealed record ListTrends(int Limit) : IQuery<Page<TrendingTag>>
{
    public const int DefaultLimit = 10;

    public const int MaximumLimit = 50;

    internal sealed class Validator : AbstractValidator<ListTrends>
    {
        public Validator() => RuleFor(request => request.Limit).InclusiveBetween(1, MaximumLimit);
    }

    internal sealed class Handler(ITrends trends) : IRequestHandler<ListTrends, Page<TrendingTag>>
    {
        public async Task<Page<TrendingTag>> Handle(ListTrends request, CancellationToken cancellationToken) =>
            new([.. (await trends.ListAsync(cancellationToken)).Take(request.Limit)], Next: null);
    }
}
