namespace SystemDesign.Platform.Design;

/// <summary>A span by its name: who makes it, and what it is called.</summary>
/// <param name="Source" example="SystemDesign.UrlShortener">The activity source.</param>
/// <param name="Activity" example="FollowLink">The activity's operation name.</param>
/// <param name="Handler">The tag <c>handler</c>, where one event is handled in several boxes.</param>
public sealed record SpanName(string Source, string Activity, string? Handler = null)
{
    /// <summary>What the framework records of each HTTP request.</summary>
    public static SpanName HttpRequest { get; } = new("Microsoft.AspNetCore", "Microsoft.AspNetCore.Hosting.HttpRequestIn");

    /// <summary>A request through the mediator.</summary>
    /// <typeparam name="TRequest">Its record.</typeparam>
    public static SpanName Request<TRequest>() => Request(typeof(TRequest).Assembly.GetName().Name!, typeof(TRequest).Name);

    /// <summary>A request of a module that this one does not see.</summary>
    /// <param name="module">The name of its assembly.</param>
    /// <param name="request">The name of its record.</param>
    public static SpanName Request(string module, string request) => new(module, request);

    /// <summary>A query to a module's database.</summary>
    public static SpanName Read(string schema) => new("SystemDesign.Persistence", $"{schema} read");

    /// <summary>A commit, or a wait for one that is shared, in a module's database.</summary>
    public static SpanName Write(string schema) => new("SystemDesign.Persistence", $"{schema} write");

    /// <summary>A look into a cache.</summary>
    public static SpanName Cache(string name) => new("SystemDesign.Caching", $"{name} cache");

    /// <summary>An event on its way into the queue.</summary>
    public static SpanName Publish(string @event) => new("SystemDesign.Outbox", $"{@event} publish");

    /// <summary>An event out of the queue, at one of its handlers.</summary>
    public static SpanName Process(string @event, string handler) => new("SystemDesign.Outbox", $"{@event} process", handler);

    public override string ToString() => Handler is null ? $"{Source}: {Activity}" : $"{Source}: {Activity} by {Handler}";
}
