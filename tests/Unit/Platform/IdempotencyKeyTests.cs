using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Errors;
using SystemDesign.Platform.Idempotency;

namespace SystemDesign.Tests.Unit.Platform;

public sealed class IdempotencyKeyTests
{
    [Theory]
    [InlineData("8e03978e-40d5-43dd-bc93-6894a57f9324", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"", "8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData("!", "!")]
    [InlineData("~", "~")]
    [InlineData("a\"b", "a\"b")]
    [InlineData("\"a\\\"b\\\\c\"", "a\"b\\c")]
    public void A_key_may_stand_in_quotes_and_is_the_same_without(string value, string key) => Assert.Equal(key, IdempotencyKey.Parse(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("tab\t")]
    [InlineData("nul\0")]
    [InlineData("del\u007f")]
    [InlineData("ümlaut")]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"open")]
    [InlineData("\"a b\"")]
    [InlineData("\"a\"b")]
    [InlineData("\"a\";b=1")]
    [InlineData("\"a\\b\"")]
    [InlineData("\"a\\")]
    public void Anything_else_is_refused_and_names_the_header(string? value)
    {
        var refusal = Assert.Throws<InvalidException>(() => IdempotencyKey.Parse(value));

        Assert.Equal(("invalid-input", "Idempotency-Key"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void A_key_has_at_most_255_characters_whatever_its_escapes_take()
    {
        var longest = new string('"', 255);

        Assert.Equal(longest, IdempotencyKey.Parse(Quoted(longest)));
        Assert.Throws<InvalidException>(() => IdempotencyKey.Parse(Quoted(longest + '"')));
        Assert.Throws<InvalidException>(() => IdempotencyKey.Parse(new string('a', 256)));
    }

    [Fact]
    public void Every_key_can_be_written_in_quotes() => Prop.ForAll(
        Gen.Choose('!', '~').Select(code => (char)code).NonEmptyListOf().Where(characters => characters.Count <= 255).ToArbitrary(),
        characters => IdempotencyKey.Parse(Quoted(string.Concat(characters))) == string.Concat(characters)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_is_sent_is_a_defect() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        value =>
        {
            try
            {
                return IdempotencyKey.Parse(value).All(character => character is > ' ' and <= '~');
            }
            catch (InvalidException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_request_and_no_header_mean_no_key()
    {
        Assert.Null(new IdempotencyHeaders(new HttpContextAccessor()).FindKey());
        Assert.Null(Headers(new DefaultHttpContext()).FindKey());
    }

    [Fact]
    public void Two_keys_are_one_too_many()
    {
        var context = new DefaultHttpContext();
        context.Request.Headers[IdempotencyKey.Header] = new(["one", "two"]);

        Assert.Equal("Idempotency-Key", Assert.Throws<InvalidException>(() => Headers(context).FindKey()).Field);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_route_may_ask_for_a_key(bool required)
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(new(null, new(new TakesIdempotencyKey(typeof(object), required)), null));

        var refusal = Record.Exception(() => Headers(context).FindKey());

        Assert.Equal(required, refusal is InvalidException { Field: "Idempotency-Key" });
        context.Request.Headers[IdempotencyKey.Header] = "given";
        Assert.Equal("given", Headers(context).FindKey());
    }

    private static IdempotencyHeaders Headers(HttpContext context) => new(new HttpContextAccessor { HttpContext = context });

    private static string Quoted(string key) =>
        $"\"{key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
