using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Identity;

namespace SystemDesign.Twitter.Domain.People;

internal interface IPeople
{
    /// <summary>For who changes something: makes them known by what their token says, if Users' event has not come yet.</summary>
    /// <returns>See <see cref="Person.Number"/>.</returns>
    Task<int> EnsureAsync(SignedInUser user, CancellationToken cancellationToken);

    /// <summary>For who reads.</summary>
    /// <returns>See <see cref="Person.Number"/>; 0 if they are not known yet, and so have no relation to anybody.</returns>
    ValueTask<int> NumberOfAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Somebody by their name, in any case, unless they block <paramref name="viewer"/>.</summary>
    /// <exception cref="NotFoundException"><c>twitter.person-not-found</c>.</exception>
    Task<Person> RequireAsync(string userName, int viewer, CancellationToken cancellationToken);

    /// <summary>Somebody by their name, in any case, whatever there is between us: so that two who block each other can both take it back.</summary>
    /// <exception cref="NotFoundException"><c>twitter.person-not-found</c>.</exception>
    Task<Person> RequireWhoeverAsync(string userName, CancellationToken cancellationToken);

    /// <inheritdoc cref="RequireAsync"/>
    /// <exception cref="NotFoundException">
    /// <c>twitter.account-private</c>: they are private, and <paramref name="viewer"/> does not follow them. <c>twitter.account-blocked</c>:
    /// <paramref name="viewer"/> blocks them.
    /// </exception>
    Task<Person> RequireVisibleAsync(string userName, int viewer, CancellationToken cancellationToken);

    /// <returns>Somebody as they stand beside what they write.</returns>
    /// <exception cref="UnauthenticatedException">They have left.</exception>
    Task<Author> DescribeAsync(int number, CancellationToken cancellationToken);

    /// <returns>Somebody as <paramref name="viewer"/> sees them.</returns>
    Task<Profile> ShowAsync(Person person, int viewer, CancellationToken cancellationToken);

    /// <summary>The same, by number; see <see cref="Person.Number"/>.</summary>
    /// <exception cref="NotFoundException"><c>twitter.person-not-found</c>.</exception>
    Task<Profile> ShowAsync(int number, int viewer, CancellationToken cancellationToken);

    /// <returns>Those of the names, in any case, whom there are, and who do not block <paramref name="viewer"/>; in one statement.</returns>
    Task<IReadOnlyList<Profile>> ShowAsync(IReadOnlyCollection<string> userNames, int viewer, CancellationToken cancellationToken);

    /// <returns>Those of the names for whom <see cref="RequireVisibleAsync"/> would not fail; in one statement.</returns>
    Task<IReadOnlyList<Person>> FindVisibleAsync(IReadOnlyCollection<string> userNames, int viewer, CancellationToken cancellationToken);

    /// <summary>
    /// Adds to this unit of work: somebody is new here. Twice is as once, it never shows somebody again who has left, and whoever is known
    /// already, by their token or because they were renamed first, keeps the name that they have.
    /// </summary>
    void Remember(Guid userId, string userName, string displayName, DateTimeOffset joinedAt);

    /// <summary>Adds to this unit of work: somebody is called this from now on, whether or not they were remembered before.</summary>
    void Rename(Guid userId, string userName, string displayName, DateTimeOffset now);

    /// <summary>Adds to this unit of work: whoever goes private hides what they wrote, and whoever opens up lets all in who had asked.</summary>
    void Change(int number, string? bio, bool? isPrivate, DateTimeOffset now);

    /// <summary>Adds to this unit of work: they are nobody any more, and what was theirs goes in the background.</summary>
    void Leave(Guid userId, DateTimeOffset leftAt);
}
