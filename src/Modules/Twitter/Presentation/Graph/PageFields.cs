using SystemDesign.GraphQL.Execution;
using SystemDesign.GraphQL.Loading;
using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Pages, with REST's own cursors: a list can be begun by the one and gone on with by the other.</summary>
internal static class PageFields
{
    public static void Declare(GraphTypes types)
    {
        Declare(types.FeedPage, types.FeedItem);
        Declare(types.TweetPage, types.Tweet);
        Declare(types.PersonPage, types.Person);
    }

    /// <summary>A field that is a page of a list, in whose length it costs.</summary>
    public static FieldBuilder Page<TSource, T>(this ObjectType<TSource> type, string name, GraphQLType<T> page, Func<TSource, FieldContext, Task<T>> resolve)
        where TSource : notnull => type.Field(name, page, resolve).Take(Arguments.First, Arguments.After).Size(Arguments.First);

    /// <summary>First pages are read for all of a list together; a later one has a cursor, which is of one list only.</summary>
    public static Task<Page<T>?> FirstOrLaterAsync<TKey, T>(
        this FieldContext context, Batch<(TKey Of, int Limit), Page<T>> batch, TKey of, Func<PageRequest, MediatR.IRequest<Page<T>>> later)
        where TKey : notnull
    {
        var page = context.Page();
        return page.Cursor is null ? context.LoadOrDefaultAsync(batch, (of, page.Limit)) : LaterAsync();

        async Task<Page<T>?> LaterAsync() => await context.SendAsync(later(page));
    }

    private static void Declare<T>(ObjectType<Page<T>> page, GraphQLType<T> item)
    {
        // The field that gives the page has counted them.
        page.Field("items", item.List(), source => source.Items).Describe("In the list's order; at most as many as were asked for.").Size(1);
        page.Field("next", Scalars.String.OrNull(), source => source.Next).Describe("What to give as `after` for the next page; null on the last one.");
    }
}
