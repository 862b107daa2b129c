using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Arguments that several fields take.</summary>
internal static class Arguments
{
    public static InputValue<Guid> Id { get; } = new("id", Scalars.IdOf<Guid>(), "The tweet's.");

    public static InputValue<string> UserName { get; } = new("userName", Scalars.String, "In any case.");

    public static InputValue<int> First { get; } =
        new InputValue<int>("first", Scalars.Int, $"The most items of the page, 1 to {PageRequest.MaximumLimit}.").DefaultsTo(PageRequest.DefaultLimit);

    public static InputValue<string?> After { get; } = new("after", Scalars.String.OrNull(), "Where to go on: `next` of the page before.");

    /// <exception cref="InvalidException"><c>invalid-input</c>: the page is longer than pages may be, or shorter.</exception>
    public static PageRequest Page(this FieldContext context) => new(context.Get(After), context.Get(First));
}
