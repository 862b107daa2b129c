using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;
using SystemDesign.Platform.Idempotency;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.UrlShortener.Data;

namespace SystemDesign.Tests.Integration.Idempotency;

/// <summary>Idempotent commands of one user, with a handler that the test chooses, on an instance that the test chooses.</summary>
internal sealed class KeyedWork(App app)
{
    public Guid UserId { get; } = Guid.CreateVersion7();

    /// <summary>What one process knows of the keys in use; another of these is another process on the same database.</summary>
    public KeysInUse<UrlShortenerDb> Instance { get; init; } = new();

    public Task<Outcome> RunAsync(string key, Func<UrlShortenerDb, Task<string>> handle) => RunAsync(new Work("some"), key, Instance, handle);

    public Task<Outcome> RunAsync(string key, KeysInUse<UrlShortenerDb> instance, Func<UrlShortenerDb, Task<string>> handle) =>
        RunAsync(new Work("some"), key, instance, handle);

    public Task<Outcome> RunOtherAsync(string key, Func<UrlShortenerDb, Task<string>> handle) => RunAsync(new OtherWork("some"), key, Instance, handle);

    /// <summary>A link of the user's; the command's response is its code.</summary>
    public Task<string> AddLink(UrlShortenerDb db, string code)
    {
        db.Add(SomeLink.Of(UserId, code));
        return Task.FromResult(code);
    }

    private async Task<Outcome> RunAsync<TCommand>(
        TCommand command, string key, KeysInUse<UrlShortenerDb> instance, Func<UrlShortenerDb, Task<string>> handle)
        where TCommand : ICommand<string>, IIdempotent
    {
        var context = new DefaultHttpContext();
        context.Request.Headers["Idempotency-Key"] = key;
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UrlShortenerDb>();
        var unit = ActivatorUtilities.CreateInstance<IdempotentUnitOfWork<TCommand, string, UrlShortenerDb>>(
            scope.ServiceProvider,
            instance,
            new IdempotencyHeaders(new HttpContextAccessor { HttpContext = context }),
            new User(UserId));
        var answer = await unit.Handle(command, CancellationToken.None, () => handle(db));
        return new(answer, context.Response.Headers.ContainsKey("Idempotent-Replayed"));
    }

    internal sealed record Outcome(string Answer, bool Replayed);

    private sealed record Work(string Value) : ICommand<string>, IDrawsValues, IIdempotent
    {
        public bool Draws => false;
    }

    private sealed record OtherWork(string Value) : ICommand<string>, IDrawsValues, IIdempotent
    {
        public bool Draws => false;
    }

    private sealed class User(Guid id) : ICurrentUser
    {
        public Guid? FindId() => id;

        public Guid Id => id;

        SignedInUser ICurrentUser.User => throw new NotSupportedException();
    }
}
