using FluentValidation;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Tests.Unit.Kernel;

public sealed class OptionalRulesTests
{
    private static readonly Patch.Rules Rules = new();

    [Fact]
    public void What_is_left_out_breaks_no_rule() => Assert.True(Rules.Validate(new Patch(default, default)).IsValid);

    [Fact]
    public void What_is_given_keeps_the_rules() => Assert.True(Rules.Validate(new Patch(new("text"), new(1))).IsValid);

    [Fact]
    public void What_breaks_one_is_named_as_the_client_names_it()
    {
        var result = Rules.Validate(new Patch(new(string.Empty), new(-1)));

        Assert.Equal(
            [("Text", "'text' must not be empty."), ("Level", "'level' must be greater than '0'.")],
            result.Errors.Select(error => (error.PropertyName, error.ErrorMessage)));
    }

    [Fact]
    public void Text_given_as_nothing_breaks_its_rules_and_no_code() => Assert.False(Rules.Validate(new Patch(new(null!), default)).IsValid);

    private sealed record Patch(Optional<string> Text, Optional<int> Level)
    {
        internal sealed class Rules : AbstractValidator<Patch>
        {
            public Rules()
            {
                this.RuleForGiven(patch => patch.Text, text => text.NotEmpty().MaximumLength(5));
                this.RuleForGiven(patch => patch.Level, level => level.GreaterThan(0));
            }
        }
    }
}
