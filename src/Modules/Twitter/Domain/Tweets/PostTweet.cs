using FluentValidation;
using MediatR;
using SystemDesign.Contracts.Media;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Events;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Media;
using SystemDesign.Kernel.Messages;
using SystemDesign.Kernel.Time;
using SystemDesign.Twitter.Domain.People;

namespace SystemDesign.Twitter.Domain.Tweets;

/// <summary>A new tweet (TW-5).</summary>
/// <param name="Text" example="Hello @ada_lovelace! #first">1 to 280 characters, as readers count them: an emoji is one, however it is made. Blanks around it do not count.</param>
/// <param name="InReplyTo" example="null">The tweet that it answers; left out: none.</param>
/// <param name="QuoteOf" example="null">The tweet that it shows below itself; left out: none.</param>
/// <param name="Media" example="[]">Up to 4 files: the <c>reference</c> of each, as Media shows it. Left out: none.</param>
internal sealed record PostTweet(string Text, Guid? InReplyTo, Guid? QuoteOf, IReadOnlyList<string>? Media) : ICommand<ShownTweet>, IIdempotent
{
    public const int MaximumMedia = 4;

    internal sealed class Validator : AbstractValidator<PostTweet>
    {
        public Validator()
        {
            RuleFor(request => request.Text).Cascade(CascadeMode.Stop)
                .NotEmpty().WithMessage("A tweet says something.")
                .MaximumLength(TweetText.MaximumCharacters)
                .Must(TweetText.IsText).WithMessage("A tweet has no control characters but line breaks and tabs, and no half characters.")
                .Must(TweetText.SaysSomething).WithMessage("A tweet says something.")
                .Must(text => TweetText.Normalize(text) is { Length: <= TweetText.MaximumCharacters } kept && TweetText.GraphemesOf(kept) <= TweetText.MaximumGraphemes)
                .WithMessage($"A tweet has 1 to {TweetText.MaximumGraphemes} characters.");
            RuleFor(request => request.Media)
                .Must(media => media is null || media.Count <= MaximumMedia).WithMessage($"A tweet shows at most {MaximumMedia} files.");
            RuleForEach(request => request.Media).NotEmpty().OverridePropertyName("media");
        }
    }

    internal sealed class Handler(
        ITweets tweets, IPeople people, IMediaReferences references, IOutbox outbox, ICurrentUser currentUser, TimeProvider clock)
        : IRequestHandler<PostTweet, ShownTweet>
    {
        public async Task<ShownTweet> Handle(PostTweet request, CancellationToken cancellationToken)
        {
            var user = currentUser.User;
            var author = await people.EnsureAsync(user, cancellationToken);
            var answered = await RequireAsync(request.InReplyTo, author, "inReplyTo", cancellationToken);
            var quoted = await RequireAsync(request.QuoteOf, author, "quoteOf", cancellationToken);
            var text = TweetText.Normalize(request.Text);
            var mentioned = await tweets.FindMentionedAsync(TweetText.MentionsIn(text), author, cancellationToken);
            var media = VerifyMedia(request.Media ?? [], user.Id);

            var now = clock.Now();
            var tweet = new NewTweet(Guid.CreateVersion7(now), author, text, now, answered, quoted, mentioned, TweetText.TagsIn(text), media);
            tweets.Add(tweet);
            media.ForEach(file => outbox.Add(new MediaAttached(file.FileId, UseOf(tweet.Id), now)));
            return await ShowAsync(tweet, cancellationToken);
        }

        /// <summary>A file has another reference each time that it is asked for, so what is told apart here is the files.</summary>
        private List<MediaReference> VerifyMedia(IReadOnlyList<string> given, Guid userId)
        {
            List<MediaReference> media = [.. given.Select(reference => references.Verify(reference, userId, "media"))];
            return media.DistinctBy(file => file.FileId).Count() == media.Count
                ? media
                : throw new InvalidException("twitter.file-twice", "A tweet shows each file once.", "media");
        }

        /// <summary>As it will be when it is saved: nobody can have counted on it, and what it quotes counts it.</summary>
        private async Task<ShownTweet> ShowAsync(NewTweet tweet, CancellationToken cancellationToken)
        {
            var quote = tweet.Quoted is { } quoted && (await tweets.ShowAsync([quoted.Id], tweet.Author, cancellationToken)).TryGetValue(quoted.Id, out var shown)
                ? shown with { Quote = null, Quotes = shown.Quotes + 1, Replies = shown.Replies + (tweet.Answered?.Id == quoted.Id ? 1 : 0) }
                : null;
            return new(
                tweet.Id,
                await people.DescribeAsync(tweet.Author, cancellationToken),
                tweet.Text,
                tweet.CreatedAt,
                tweet.Answered?.Id,
                tweet.Answered?.Thread ?? tweet.Id,
                tweet.Quoted?.Id,
                quote,
                [.. tweet.Media.Select(file => new ShownAttachment(file.FileId, $"/cdn/{file.ObjectName}", file.ContentType, file.Bytes))],
                [.. tweet.Mentioned.Select(person => person.UserName)],
                Likes: 0,
                Reposts: 0,
                Replies: 0,
                Quotes: 0,
                Liked: false,
                Reposted: false);
        }

        private async Task<Tweet?> RequireAsync(Guid? id, int viewer, string field, CancellationToken cancellationToken) =>
            id is { } given ? await tweets.FindAsync(given, viewer, cancellationToken) ?? throw new InvalidException("twitter.tweet-not-found", "There is no such tweet, or you may not see it.", field) : null;
    }

    /// <summary>As Media knows a tweet that uses a file.</summary>
    internal static string UseOf(Guid tweetId) => $"twitter.tweet:{tweetId}";
}
