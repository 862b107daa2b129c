using System.Net;
using System.Text;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

public sealed class BadInputTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    [Theory]
    [InlineData("GET", "inbox?limit=0", null, "limit")]
    [InlineData("GET", "inbox?limit=x", null, "limit")]
    [InlineData("GET", "inbox?cursor=x", null, "cursor")]
    [InlineData("GET", "inbox?unread=maybe", null, "unread")]
    [InlineData("POST", "inbox/read", "{\"upTo\":-1}", "upTo")]
    [InlineData("POST", "inbox/read", "{\"upTo\":1e30}", "upTo")]
    [InlineData("POST", "inbox/read", "{}", "upTo")]
    [InlineData("POST", "test", "{\"topic\":\"nothing\"}", "topic")]
    [InlineData("POST", "test", "{\"topic\":1}", "topic")]
    [InlineData("PUT", "contacts/email", "{\"address\":\"nobody\"}", "address")]
    [InlineData("PUT", "contacts/email", "{\"address\":\"a@example.org\\r\\nBcc: b@example.org\"}", "address")]
    [InlineData("PUT", "contacts/email", "{\"address\":\"Ada <a@example.org>\"}", "address")]
    [InlineData("PUT", "contacts/email", "{\"address\":\"a@example.org,b@example.org\"}", "address")]
    [InlineData("PUT", "contacts/email", "{\"address\":\"ä@example.org\"}", "address")]
    [InlineData("PUT", "contacts/email", "{\"address\":null}", "address")]
    [InlineData("PUT", "contacts/phone", "{\"address\":\"0151 123\"}", "address")]
    [InlineData("PUT", "contacts/phone", "{\"address\":\"+0123456789\"}", "address")]
    [InlineData("PUT", "contacts/phone", "{}", "address")]
    [InlineData("POST", "contacts/email/confirm", "{\"code\":\"12345\"}", "code")]
    [InlineData("POST", "contacts/email/confirm", "{\"code\":\"123456\"}", "code")]
    [InlineData("POST", "contacts/phone/confirm", "{\"code\":\"１２３４５６\"}", "code")]
    [InlineData("POST", "contacts/devices", "{\"token\":\"short\"}", "token")]
    [InlineData("POST", "contacts/devices", "{\"token\":\"with spaces in it all over\"}", "token")]
    [InlineData("POST", "contacts/devices", "{\"token\":\"0123456789abcdef\",\"name\":\"a\\nb\"}", "name")]
    [InlineData("PATCH", "preferences", "{\"timeZone\":\"Mars/Olympus\"}", "timeZone")]
    [InlineData("PATCH", "preferences", "{\"timeZone\":\"../../etc/passwd\"}", "timeZone")]
    [InlineData("PATCH", "preferences", "{\"quietHours\":{\"from\":\"22:00\",\"until\":\"22:00\"}}", "quietHours")]
    [InlineData("PATCH", "preferences", "{\"quietHours\":{\"from\":\"24:00\",\"until\":\"07:00\"}}", "quietHours")]
    [InlineData("PUT", "preferences/security", "{\"inApp\":false,\"email\":true,\"sms\":true,\"push\":true}", "inApp")]
    [InlineData("PUT", "preferences/orders", "{\"inApp\":\"yes\",\"email\":true,\"sms\":true,\"push\":true}", "inApp")]
    [InlineData("PUT", "preferences/orders", "{\"inApp\":true,\"email\":true,\"sms\":true}", "push")]
    [InlineData("POST", "unsubscribe", null, "token")]
    [InlineData("POST", "unsubscribe?token=nonsense", null, "token")]
    [InlineData("GET", "operator/deliveries?state=lost", null, "state")]
    [InlineData("GET", "operator/deliveries?limit=1000", null, "limit")]
    public async Task Is_refused_and_names_the_field(string method, string path, string? body, string field)
    {
        using var client = await app.OperatorAsync();
        using var response = await SendAsync(client, method, path, body);

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        Assert.Equal([field], (await response.ProblemAsync()).Errors!.Keys);
    }

    [Theory]
    [InlineData("PUT", "preferences/nothing", "{\"inApp\":true,\"email\":true,\"sms\":true,\"push\":true}", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "preferences/nothing", null, HttpStatusCode.NotFound)]
    [InlineData("PUT", "inbox/00000000-0000-0000-0000-000000000001/read", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "contacts/devices/00000000-0000-0000-0000-000000000001", null, HttpStatusCode.NotFound)]
    [InlineData("POST", "operator/deliveries/00000000-0000-0000-0000-000000000001/redrive", null, HttpStatusCode.NotFound)]
    [InlineData("PATCH", "preferences", null, HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_not_there_is_said_so(string method, string path, string? body, HttpStatusCode status)
    {
        using var client = await app.OperatorAsync();
        using var response = await SendAsync(client, method, path, body);

        Assert.Equal(status, response.StatusCode);
        Assert.NotEmpty((await response.ProblemAsync()).Code);
    }

    [Fact]
    public async Task What_is_for_operators_is_refused_to_others()
    {
        var (ada, _) = await app.SomebodyAsync();

        using var response = await ada.GetAsync("/api/notifications/operator/deliveries");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/notifications/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, method == "PATCH" ? "application/merge-patch+json" : "application/json");
        return await client.SendAsync(request);
    }
}
