using Microsoft.Extensions.Options;
using SystemDesign.Platform.Startup;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class StartRefusalTests
{
    [Fact]
    public void Explains_what_the_operator_can_mend() => Assert.Equal(
        "Do this. Set that.",
        StartRefusal.Explain(new AggregateException(new StartRefusedException("Do this."), new OptionsValidationException("x", typeof(object), ["Set that."]))));

    [Fact]
    public void Leaves_a_defect_to_its_stack_trace()
    {
        Assert.Null(StartRefusal.Explain(new InvalidOperationException("a defect")));
        Assert.Null(StartRefusal.Explain(new AggregateException(new StartRefusedException("Do this."), new InvalidOperationException("a defect"))));
    }
}
