using System.Linq.Expressions;
using System.Text.Json;
using FluentValidation;

namespace SystemDesign.Kernel.Editing;

public static class OptionalRules
{
    /// <summary>The rules that a member of a patch keeps to if it is given; without it there is nothing to break.</summary>
    /// <param name="validator">The patch's.</param>
    /// <param name="member">Such as <c>request => request.Url</c>.</param>
    /// <param name="rules">Those of the value, the same as when it is first set.</param>
    public static void RuleForGiven<T, TValue>(
        this AbstractValidator<T> validator, Expression<Func<T, Optional<TValue>>> member, Action<IRuleBuilderInitial<T, TValue>> rules)
    {
        var read = member.Compile();
        var name = ((MemberExpression)member.Body).Member.Name;
        validator.When(
            request => read(request).IsGiven,
            () => rules(validator.RuleFor(request => read(request).Or(default!)).Configure(rule =>
            {
                rule.PropertyName = name;
                rule.SetDisplayName(JsonNamingPolicy.CamelCase.ConvertName(name));
            })));
    }
}
