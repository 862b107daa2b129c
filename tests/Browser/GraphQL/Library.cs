using SystemDesign.GraphQL.Schema;

namespace SystemDesign.Tests.Browser.GraphQL;

/// <summary>A schema that tries to run a script wherever text of it is shown.</summary>
internal static class Library
{
    /// <summary>Run by whatever makes it markup.</summary>
    public const string Script = "<img src=x onerror=\"window.wasRun = true\"><script>window.wasRun = true</script>";

    private static readonly Book[] Books =
    [
        new("1", "The Art of Computer Programming", Genre.Science, new("Donald Knuth"), 1968),
        new("2", "A Discipline of Programming", Genre.Science, new("Edsger W. Dijkstra"), 1976),
        new("3", Script, Genre.Fiction, new("Mallory"), 2024),
    ];

    public static GraphQLSchema Schema { get; } = GraphQLSchema.Build(Declare);

    private static void Declare(SchemaBuilder schema)
    {
        var genre = schema.Enum<Genre>("Genre", "What a book is about.")
            .Describe(Genre.Science, "Nothing in it is made up.")
            .Deprecate(Genre.Poetry, "Nobody reads it.");

        var titled = schema.Interface<ITitled>("Titled", "What has a title.");
        titled.Field("title", Scalars.String);

        var book = schema.Object<Book>("Book", "Something to read.").Implement(titled);
        var author = schema.Object<Author>("Author", $"Somebody who writes: {Script}");
        author.Field("name", Scalars.String, source => source.Name).Describe("As it is on the cover.");
        author.Field("books", book.List(), IReadOnlyList<Book> (source) => [.. Books.Where(candidate => candidate.Author == source)]).Size(3);

        book.Field("id", Scalars.Id, source => source.Id).Describe("Never changes.");
        book.Field("title", Scalars.String, source => source.Title);
        book.Field("genre", genre, source => source.Genre);
        book.Field("author", author, source => source.Author).Describe("Who wrote it.");
        book.Field("published", Scalars.Int, source => source.Year).Describe("The year, in the Gregorian calendar.");
        book.Field("year", Scalars.Int, source => source.Year).Deprecate("Use \"published\".");
        book.Field("lender", Scalars.String.OrNull(), string? (_) => throw new InvalidOperationException("Nobody knows."));

        DeclareQuery(schema, book, genre);

        var title = new InputValue<string>("title", Scalars.String, "As it is on the cover.");
        schema.Mutation().Field("donate", book, (_, context) => new Book("4", context.Get(title), Genre.Fiction, new("Anonymous"), 2026))
            .Describe("Gives a book to the library.")
            .Take(title);
    }

    private static void DeclareQuery(SchemaBuilder schema, ObjectType<Book> book, EnumType<Genre> genre)
    {
        var id = new InputValue<string>("id", Scalars.Id);
        var first = new InputValue<int>("first", Scalars.Int, "How many at most.").DefaultsTo(10);
        var text = new InputValue<string?>("text", Scalars.String.OrNull(), "Contained in the title.");
        var genres = new InputValue<IReadOnlyList<Genre>?>("genres", genre.List().OrNull(), "Any of these.");
        var filter = schema.Input<Filter>("BookFilter", "Which books.").Fields(text, genres).ReadAs(values => new(values.Get(text), values.Get(genres)));
        var where = new InputValue<Filter?>("where", filter.OrNull(), "Leaves the others out.");

        var query = schema.Query();
        query.Field("book", book.OrNull(), Book? (_, context) => Array.Find(Books, candidate => candidate.Id == context.Get(id)))
            .Describe("The book with an ID.")
            .Take(id);
        query.Field("books", book.List(), IReadOnlyList<Book> (_, context) => [.. Books.Where(candidate => context.Get(where)?.Admits(candidate) != false).Take(context.Get(first))])
            .Describe("All that are on the shelves.")
            .Take(first, where)
            .Size(first);
    }

    private enum Genre
    {
        Science,
        Fiction,
        Poetry,
    }

    private interface ITitled
    {
        string Title { get; }
    }

    private sealed record Author(string Name);

    private sealed record Book(string Id, string Title, Genre Genre, Author Author, int Year) : ITitled;

    private sealed record Filter(string? Text, IReadOnlyList<Genre>? Genres)
    {
        public bool Admits(Book book) =>
            (Text is null || book.Title.Contains(Text, StringComparison.OrdinalIgnoreCase)) && Genres?.Contains(book.Genre) != false;
    }
}
