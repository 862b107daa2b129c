using System.Globalization;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Twitter.Domain.People;

/// <summary>A user as this case knows them: by what Users told, and by what their own token says until then.</summary>
internal sealed class Person
{
    public const int MaximumUserNameLength = 30;

    public const int MaximumDisplayNameLength = 50;

    public const int MaximumBioLength = 160;

    /// <summary>Given by the database. Edges, entries and lines of feeds name people by it, since it is a quarter of an id.</summary>
    public int Number { get; init; }

    /// <summary>UUIDv7, as everywhere.</summary>
    public required Guid UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>The user name in lower case, by which they are found and mentioned; nobody's any more: nothing.</summary>
    public string? NameKey { get; init; }

    public required string DisplayName { get; init; }

    public string Bio { get; init; } = string.Empty;

    /// <summary>Whether only who follows them, which they allow each, sees what they write.</summary>
    public bool IsPrivate { get; init; }

    public int Tweets { get; init; }

    public int Followers { get; init; }

    public int Following { get; init; }

    /// <summary>
    /// Their entries after this one are pushed into the feeds of their followers; all others are pulled by who reads. The greatest
    /// of all ids: they are so followed that everything of theirs is pulled (TW-9).
    /// </summary>
    public Guid PushedSince { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public static NotFoundException NotFound() => new("twitter.person-not-found", "There is nobody of this name.", "userName");

    /// <summary>Only who follows them sees what is asked for.</summary>
    public static NotFoundException Hidden() => new("twitter.account-private", "Only who follows this account sees this; ask to follow it.");

    /// <summary>What is asked for is not shown to who blocks them.</summary>
    public static NotFoundException Blocked() => new("twitter.account-blocked", "You block this account.");

    /// <returns>What was found of people, under the names by which they were asked for, whatever their case.</returns>
    public static IReadOnlyDictionary<string, T> UnderNames<T>(IEnumerable<string> names, IEnumerable<T> found, Func<T, string> userName) =>
        UnderNames(names, found, userName, one => one);

    /// <inheritdoc cref="UnderNames{T}(IEnumerable{string}, IEnumerable{T}, Func{T, string})"/>
    public static IReadOnlyDictionary<string, TShown> UnderNames<T, TShown>(IEnumerable<string> names, IEnumerable<T> found, Func<T, string> userName, Func<T, TShown> show)
    {
        var byKey = found.ToDictionary(one => KeyOf(userName(one)));
        return names.Distinct(StringComparer.Ordinal).Where(name => byKey.ContainsKey(KeyOf(name))).ToDictionary(name => name, name => show(byKey[KeyOf(name)]), StringComparer.Ordinal);
    }

    public static string KeyOf(string userName) => CultureInfo.InvariantCulture.TextInfo.ToLower(userName);
}
