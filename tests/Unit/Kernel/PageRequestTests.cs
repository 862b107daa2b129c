using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Tests.Unit.Kernel;

public sealed class PageRequestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_limit_is_1_to_100(int limit) => Assert.Equal(limit, new PageRequest(null, limit).Limit);

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void There_is_none_with_another(int limit) => Assert.Equal("limit", Assert.Throws<InvalidException>(() => new PageRequest(null, limit)).Field);
}
