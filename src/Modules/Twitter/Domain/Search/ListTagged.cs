using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Paging;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Domain.Search;

/// <summary>What was written with a tag, the newest first.</summary>
internal sealed record ListTagged(string Tag, PageRequest Page) : IQuery<Page<ShownTweet>>
{
    internal sealed class Validator : AbstractValidator<ListTagged>
    {
        public Validator()
        {
            RuleFor(request => request.Tag)
                .Must(tag => TagIn(tag) is not null)
                .WithMessage($"A tag is a word of at most {TweetText.MaximumTagLength} letters, digits and underscores, not of digits alone; its number sign is left out.");
            RuleFor(request => request.Page).NotNull();
        }
    }

    internal sealed class Handler(ISearch search, IPeople people, ICurrentUser currentUser) : IRequestHandler<ListTagged, Page<ShownTweet>>
    {
        public async Task<Page<ShownTweet>> Handle(ListTagged request, CancellationToken cancellationToken) => await search.ListTaggedAsync(
            TagIn(request.Tag)!, await people.NumberOfAsync(currentUser.Id, cancellationToken), request.Page, cancellationToken);
    }

    /// <returns>The tag as it is kept, if that is all there is.</returns>
    private static string? TagIn(string? tag) =>
        tag is not null && TweetText.IsText(tag) && TweetText.TagsIn($"#{tag}") is [{ } found] && found == TweetText.NormalizeTag(tag) ? found : null;
}
