using System.Text.Json;
using SystemDesign.Analytics.Domain;
using SystemDesign.Analytics.Domain.CustomEvents;

namespace SystemDesign.Tests.Unit.Analytics;

public sealed class CustomEventRulesTests
{
    private readonly RecordEvents.Validator validator = new(new AnalyticsOptions(), TimeProvider.System);

    [Theory]
    [InlineData("checkout.started", true)]
    [InlineData("a", true)]
    [InlineData("page-2.seen", true)]
    [InlineData("", false)]
    [InlineData("Checkout", false)]
    [InlineData("(other)", false)]
    [InlineData("checkout..started", false)]
    [InlineData("checkout\n", false)]
    [InlineData("1st", false)]
    public void A_name_is_words_divided_by_dots(string name, bool isOne) =>
        Assert.Equal(isOne, CustomEventRules.IsName(name));

    [Theory]
    [InlineData("\"pro\"", true)]
    [InlineData("3.5", true)]
    [InlineData("true", true)]
    [InlineData("null", false)]
    [InlineData("[1]", false)]
    [InlineData("{}", false)]
    [InlineData("\"a\\u0000b\"", false)]
    [InlineData("\"\\ud800\"", false)]
    public void A_value_has_no_parts(string json, bool isOne)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(isOne, CustomEventRules.IsValue(document.RootElement));
    }

    [Fact]
    public void An_event_of_today_with_twenty_properties_is_good() => Assert.Empty(ErrorsOf(Event(properties: Properties(20))));

    [Fact]
    public void What_breaks_a_rule_is_named_with_its_place()
    {
        Assert.Equal(["Events[0].Properties"], ErrorsOf(Event(properties: Properties(21))));
        Assert.Equal(["Events[0].Properties"], ErrorsOf(Event(properties: new Dictionary<string, JsonElement> { ["a b"] = JsonSerializer.SerializeToElement(1) })));
        Assert.Equal(["Events[0].OccurredAt"], ErrorsOf(Event(DateTimeOffset.UtcNow.AddMinutes(6))));
        Assert.Equal(["Events[0].OccurredAt"], ErrorsOf(Event(DateTimeOffset.UtcNow.AddDays(-4))));
        Assert.Equal(["Events[0].Id"], ErrorsOf(Event() with { Id = Guid.Empty }));
        Assert.Equal(["Events"], ErrorsOf([.. Enumerable.Repeat(Event(), 101)]));
        Assert.Equal(["Events"], ErrorsOf());
    }

    [Fact]
    public void A_time_that_is_missing_is_not_taken_for_one_long_ago() =>
        Assert.Contains("must not be empty", Assert.Single(validator.Validate(new RecordEvents([Event(default(DateTimeOffset))])).Errors).ErrorMessage, StringComparison.Ordinal);

    private static NewEvent Event(DateTimeOffset? occurredAt = null, IReadOnlyDictionary<string, JsonElement>? properties = null) =>
        new(Guid.CreateVersion7(), "checkout.started", occurredAt ?? DateTimeOffset.UtcNow, properties);

    private static Dictionary<string, JsonElement> Properties(int count) =>
        Enumerable.Range(0, count).ToDictionary(number => $"property{number}", number => JsonSerializer.SerializeToElement(number));

    private IEnumerable<string> ErrorsOf(params NewEvent[] events) => validator.Validate(new RecordEvents(events)).Errors.Select(error => error.PropertyName);
}
