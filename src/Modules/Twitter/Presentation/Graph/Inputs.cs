using SystemDesign.GraphQL.Schema;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Errors;
using SystemDesign.Twitter.Domain.People;
using SystemDesign.Twitter.Domain.Tweets;

namespace SystemDesign.Twitter.Presentation.Graph;

/// <summary>Input objects, each read into the request that a route reads its body into.</summary>
internal static class Inputs
{
    public static InputType<PostTweet> DeclareNewTweet(SchemaBuilder schema)
    {
        var text = new InputValue<string>("text", Scalars.String, "1 to 280 characters, as readers count them. Blanks around it do not count.");
        var inReplyTo = new InputValue<Guid?>("inReplyTo", Scalars.IdOf<Guid>().OrNull(), "The tweet that it answers.");
        var quoteOf = new InputValue<Guid?>("quoteOf", Scalars.IdOf<Guid>().OrNull(), "The tweet that it shows below itself.");
        var media = new InputValue<IReadOnlyList<string>?>("media", Scalars.String.List().OrNull(), $"Up to {PostTweet.MaximumMedia} files: the `reference` of each, as Media shows it.");
        return schema.Input<PostTweet>("NewTweet", "A tweet to post.")
            .Fields(text, inReplyTo, quoteOf, media)
            .ReadAs(values => new(values.Get(text), values.Get(inReplyTo), values.Get(quoteOf), values.Get(media)));
    }

    public static InputType<EditMyProfile> DeclareChanges(SchemaBuilder schema)
    {
        var bio = new InputValue<string?>("bio", Scalars.String.OrNull(), $"What I say of myself, at most {Person.MaximumBioLength} characters; null: nothing.");
        var isPrivate = new InputValue<bool?>("isPrivate", Scalars.Boolean.OrNull(), "Whether only who follows me sees what I write. To open up lets all in who had asked to follow me.");
        return schema.Input<EditMyProfile>("ProfileChanges", "What is to change about me; what is left out stays.")
            .Fields(bio, isPrivate)
            .ReadAs(values => new(
                values.Has(bio) ? new Optional<string?>(values.Get(bio)) : default,
                values.Has(isPrivate) ? new Optional<bool>(values.Get(isPrivate) ?? throw new InvalidException("invalid-input", "'isPrivate' is true or false.", "isPrivate")) : default));
    }
}
