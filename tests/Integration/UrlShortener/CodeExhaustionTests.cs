using System.Collections.Concurrent;
using System.Net;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Domain.Codes;
using SystemDesign.UrlShortener.Domain.Links;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>The last code over HTTP, and what comes after it.</summary>
[Trait("Notes", "US-2")]
public sealed class CodeExhaustionTests
{
    [Theory]
    [InlineData(nameof(CodeGenerator.Permutation))]
    [InlineData(nameof(CodeGenerator.Pool))]
    public async Task All_codes_of_two_letters_are_given_once_then_507_and_an_alias_is_still_to_be_had(string generator)
    {
        await using var app = new App(CodesApp.TwoLetters, ("UrlShortener:Codes:Generator", generator), ("UrlShortener:Codes:Block", "100"));
        using var client = await app.Anonymous().SignedInAsync();
        var reserved = LinkCode.Base62.SelectMany(first => LinkCode.Base62.Select(second => $"{first}{second}")).Count(LinkCode.IsReserved);
        var codes = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Enumerable.Range(0, 3_844 - reserved), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            using var created = await client.ShortenAsync($"https://example.org/{number}");
            codes.Add((await created.ReadAsync<LinkBody>()).Code);
        });

        Assert.Equal(3_844 - reserved, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.True(code.Length == 2 && !LinkCode.IsReserved(code)));

        using var refused = await client.ShortenAsync("https://example.org/");
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("url-shortener.codes-exhausted", (await refused.ProblemAsync()).Code);
        using var aliased = await client.ShortenAsync("https://example.org/", "still-there");
        Assert.Equal(HttpStatusCode.Created, aliased.StatusCode);
        using var followed = await client.GetAsync($"/s/{codes.First()}");
        Assert.Equal(HttpStatusCode.Found, followed.StatusCode);
    }

    [DistributedTheory]
    [InlineData(nameof(CodeGenerator.Permutation))]
    [InlineData(nameof(CodeGenerator.Pool))]
    public async Task Of_64_creators_at_three_applications_none_gets_anothers_code(string generator)
    {
        await using var data = MigratedData.Copy();
        var setup = new AppSetup { Data = data, Settings = [("UrlShortener:Codes:Generator", generator), ("UrlShortener:Codes:Block", "20")] };
        await using var first = new App(setup);
        await using var second = new App(setup);
        await using var third = new App(setup);
        HttpClient[] clients = [await first.Anonymous().SignedInAsync(), await second.Anonymous().SignedInAsync(), await third.Anonymous().SignedInAsync()];
        var codes = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(async creator =>
        {
            for (var number = 0; number < 5; number++)
            {
                using var created = await clients[creator % 3].ShortenAsync($"https://example.org/{creator}/{number}");
                codes.Add((await created.ReadAsync<LinkBody>()).Code);
            }
        }));

        Assert.Equal(64 * 5, codes.Distinct(StringComparer.Ordinal).Count());
        Array.ForEach(clients, client => client.Dispose());
    }
}
