using System.Net.Http.Json;
using System.Text.Json;

namespace SystemDesign.Tests.Integration.Support;

/// <summary>The wire as a client reads it: not our records, so that a renamed member fails a test.</summary>
internal sealed record TokensBody(string TokenType, string AccessToken, int ExpiresIn, string RefreshToken);

internal sealed record AccountBody(Guid Id, string UserName, string Email, string DisplayName, string[] Roles, DateTimeOffset CreatedAt);

internal sealed record SessionBody(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, string? UserAgent, bool Current);

internal sealed record LinkBody(string Id, string Code, string ShortUrl, string Url, DateTimeOffset CreatedAt);

internal sealed record PageBody<T>(T[] Items, string? Next);

internal sealed record ProblemBody(int Status, string Code, string? Detail, string TraceId, Dictionary<string, string[]>? Errors);

internal static class Bodies
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web);

    /// <summary>A success, with every member that it must have.</summary>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(Strict))!;
    }

    /// <summary>A refusal in the form of RFC 9457, with our code and trace.</summary>
    public static async Task<ProblemBody> ProblemAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = (await response.Content.ReadFromJsonAsync<ProblemBody>(Lenient))!;
        Assert.Equal((int)response.StatusCode, problem.Status);
        Assert.NotEmpty(problem.TraceId);
        return problem;
    }
}
