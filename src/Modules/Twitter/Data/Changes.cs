using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Caching;

namespace SystemDesign.Twitter.Data;

/// <summary>Tells, when a unit of work is on disk, of whom something changed: what is remembered and shows something of theirs is made anew.</summary>
internal sealed class Changes(TwitterDb db, [FromKeyedServices(Changes.Name)] ChangeStamps stamps)
{
    public const string Name = "twitter.changes";

    /// <param name="people">See <see cref="Domain.People.Person.Number"/>.</param>
    public void Of(params int[] people) => db.OnCommitted(() => stamps.TouchAsync(people));
}
