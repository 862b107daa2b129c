using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Data;

/// <summary>Who is told of whom: the rule of every notification.</summary>
internal static class Hearing
{
    /// <summary>Those who are to hear of somebody else: not if there is a block between the two, in whichever direction, and not if they mute them.</summary>
    public static IQueryable<Person> WhoHear(this IQueryable<Person> people, TwitterDb db, int actor) => people.Where(listener =>
        listener.Number != actor
        && listener.LeftAt == null
        && !db.Blocks.Any(block => block.Blocker == listener.Number && block.Blocked == actor)
        && !db.Blocks.Any(block => block.Blocker == actor && block.Blocked == listener.Number)
        && !db.Mutes.Any(mute => mute.Muter == listener.Number && mute.Muted == actor));

    /// <summary>The same, from the other end.</summary>
    public static IQueryable<Person> HeardBy(this IQueryable<Person> people, TwitterDb db, int listener) => people.Where(actor =>
        actor.Number != listener
        && actor.LeftAt == null
        && !db.Blocks.Any(block => block.Blocker == listener && block.Blocked == actor.Number)
        && !db.Blocks.Any(block => block.Blocker == actor.Number && block.Blocked == listener)
        && !db.Mutes.Any(mute => mute.Muter == listener && mute.Muted == actor.Number));
}
