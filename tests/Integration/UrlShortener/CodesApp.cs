using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Background;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Codes;

namespace SystemDesign.Tests.Integration.UrlShortener;

/// <summary>An application with a generator of codes, in which nothing is leased or made unless the test does it.</summary>
internal sealed class CodesApp : IAsyncDisposable
{
    public const string Permutation = nameof(CodeGenerator.Permutation);

    public const string Pool = nameof(CodeGenerator.Pool);

    public static readonly (string Key, string Value) BlockOf10 = ("UrlShortener:Codes:Block", "10");

    /// <summary>So few links are expected that codes have that many letters.</summary>
    public static readonly (string Key, string Value) TwoLetters = ("UrlShortener:Capacity:LinksPerSecond", "0.00001");

    public static readonly (string Key, string Value) ThreeLetters = ("UrlShortener:Capacity:LinksPerSecond", "0.0001");

    public CodesApp(string generator, params (string Key, string Value)[] settings) => App = new(new AppSetup
    {
        Settings = [("UrlShortener:Codes:Generator", generator), .. settings],
        Services = services => services
            .Where(service => service.ImplementationType == typeof(BackgroundWorker<LeaseAhead>) || service.ImplementationType == typeof(BackgroundWorker<RefillPool>))
            .ToList()
            .ForEach(service => services.Remove(service)),
    });

    public App App { get; }

    public CodeInstance NewInstance() => new(App);

    public UrlShortenerDb Open() => App.Services.GetRequiredService<IDbContextFactory<UrlShortenerDb>>().CreateDbContext();

    /// <summary>Makes the rows of a pool; of a permutation there are none.</summary>
    public Task FillPoolAsync() => App.Services.GetService<CodePool>()?.FillAsync(CancellationToken.None) ?? Task.CompletedTask;

    public async Task<int> CountLinksAsync()
    {
        await using var db = Open();
        return await db.Links.CountAsync();
    }

    /// <summary>The first place that nobody has leased.</summary>
    public async Task<long> NextAsync()
    {
        await using var db = Open();
        return await db.CodeSequences.Select(sequence => sequence.Next).SingleAsync();
    }

    /// <summary>What only somebody with the key knows.</summary>
    public async Task<string> CodeAtAsync(long place)
    {
        await using var db = Open();
        var sequence = await db.CodeSequences.SingleAsync();
        using var order = new PermutedCodes(sequence.Key);
        return order.CodeAt(place, sequence.Length);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
