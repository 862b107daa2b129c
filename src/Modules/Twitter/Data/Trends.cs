using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;
using SystemDesign.Twitter.Domain.Trends;

namespace SystemDesign.Twitter.Data;

internal sealed class Trends([FromKeyedServices(TrendingTags.CacheName)] ReadThroughCache<int, TrendingTags> trends) : ITrends
{
    public async Task<IReadOnlyList<TrendingTag>> ListAsync(CancellationToken cancellationToken) => (await trends.GetAsync(TrendingTags.Key, cancellationToken))!.Tags;
}
