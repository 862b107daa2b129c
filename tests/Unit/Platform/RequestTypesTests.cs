using FluentValidation;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Messages;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class RequestTypesTests
{
    [Fact]
    public void A_request_with_values_and_no_validator_stops_the_start_and_is_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => RequestTypes.RequireValidators([typeof(Unguarded)]));

        Assert.Contains(typeof(Unguarded).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_validators_are_one_too_many() => Assert.Throws<InvalidOperationException>(
        () => RequestTypes.RequireValidators([typeof(Guarded), typeof(Guarded.Validator), typeof(SecondValidator)]));

    [Fact]
    public void One_validator_is_right_and_a_request_without_values_needs_none() =>
        RequestTypes.RequireValidators([typeof(Guarded), typeof(Guarded.Validator), typeof(Empty)]);

    private sealed record Unguarded(string Value) : ICommand<int>;

    private sealed record Empty : IQuery<int>;

    private sealed record Guarded(string Value) : ICommand<int>
    {
        internal sealed class Validator : AbstractValidator<Guarded>;
    }

    private sealed class SecondValidator : AbstractValidator<Guarded>;
}
