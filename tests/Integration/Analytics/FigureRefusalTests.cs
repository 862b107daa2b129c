using System.Net;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Tests.Integration.UrlShortener;

namespace SystemDesign.Tests.Integration.Analytics;

/// <summary>Who may read figures, and what a query for them has to be.</summary>
public sealed class FigureRefusalTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("traffic?step=year", "step")]
    [InlineData("traffic?from=yesterday", "from")]
    [InlineData("traffic?to=2026-13-01", "to")]
    [InlineData("traffic?from=2026-01-02&to=2026-01-01", "from")]
    [InlineData("traffic?from=2020-01-01&to=2026-01-01&step=minute", "from")]
    [InlineData("traffic?route=%00", "route")]
    [InlineData("events?step=second", "step")]
    [InlineData("events?name=%00", "name")]
    [InlineData("users?step=minute", "step")]
    [InlineData("users?name=users.user-registered.v1", "step")]
    [InlineData("networks?day=2020-01-01", "day")]
    [InlineData("networks?day=today", "day")]
    [InlineData("forecast?horizonDays=0", "horizonDays")]
    [InlineData("forecast?horizonDays=366", "horizonDays")]
    [InlineData("forecast?horizonDays=ten", "horizonDays")]
    [InlineData("events/Not-One/properties", "name")]
    public async Task What_cannot_be_read_is_refused_by_the_name_of_its_field(string query, string field)
    {
        using var operators = await app.OperatorAsync();
        using var response = await operators.GetAsync(new Uri($"{AnalyticsSteps.Root}/{query}", UriKind.Relative));

        var problem = await response.ProblemAsync();

        Assert.Equal((400, "invalid-input", field), (problem.Status, problem.Code, Assert.Single(problem.Errors!).Key));
    }

    [Fact]
    public async Task Only_operators_read_how_much_business_there_is()
    {
        using var somebody = await app.Anonymous().SignedInAsync();
        using var nobody = app.Anonymous();
        foreach (var path in new[] { "traffic", "forecast", "events", "users", "networks", "events/seen/properties" })
        {
            using var refused = await somebody.GetAsync(new Uri($"{AnalyticsSteps.Root}/{path}", UriKind.Relative));
            using var unknown = await nobody.GetAsync(new Uri($"{AnalyticsSteps.Root}/{path}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized), (refused.StatusCode, unknown.StatusCode));
        }
    }
}
