using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>
/// Stands before an S3 server that has no archive, and adds one as Amazon documents it (RestoreObject, HeadObject's
/// <c>x-amz-restore</c>, InvalidObjectState, AbortMultipartUpload, ListMultipartUploads); everything else is the server's own.
/// </summary>
internal sealed partial class Archive : IAsyncDisposable
{
    private static readonly string[] Archives = ["GLACIER", "DEEP_ARCHIVE"];
    private static readonly string[] NotForwarded = ["Connection", "Transfer-Encoding", "Keep-Alive", "Expect"];

    private readonly HttpClient client = new();
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> restored = new(StringComparer.Ordinal);

    private Archive(Uri server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(context => AnswerAsync(context, server));
    }

    public string Address => app.Urls.Single();

    /// <summary>The bodies of what was asked to be restored.</summary>
    public ConcurrentQueue<XElement> Restores { get; } = [];

    public ConcurrentQueue<string> Aborted { get; } = [];

    /// <summary>What ListMultipartUploads tells, by id, and when each began.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Unfinished { get; } = new(StringComparer.Ordinal);

    public static async Task<Archive> StartAsync(Uri server)
    {
        var archive = new Archive(server);
        await archive.app.StartAsync();
        return archive;
    }

    public void LetRestoresEnd()
    {
        foreach (var key in restored.Keys)
        {
            restored[key] = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    private Task AnswerAsync(HttpContext context, Uri server)
    {
        var (request, key) = (context.Request, context.Request.Path.Value!);
        var source = request.Headers["x-amz-copy-source"].ToString().Split('?')[0];
        return (request.Method, request.Query) switch
        {
            ("POST", var query) when query.ContainsKey("restore") => RestoreAsync(context, key),
            ("DELETE", var query) when query.ContainsKey("uploadId") => AbortAsync(context, query["uploadId"].ToString()),
            ("GET", var query) when query.ContainsKey("uploads") => ListUnfinishedAsync(context),
            ("GET", _) when IsAway(key) => FailAsync(context, StatusCodes.Status403Forbidden, "InvalidObjectState"),
            ("PUT", _) when source.Length > 0 && IsAway($"/{source.TrimStart('/')}") => FailAsync(context, StatusCodes.Status403Forbidden, "InvalidObjectState"),
            _ => ForwardAsync(context, server, key),
        };
    }

    private bool IsAway(string key) => IsArchived(key) && !restored.GetValueOrDefault(key);

    private bool IsArchived(string key) => Archives.Contains(classes.GetValueOrDefault(key));

    private async Task RestoreAsync(HttpContext context, string key)
    {
        Restores.Enqueue(await XElement.LoadAsync(context.Request.Body, LoadOptions.None, context.RequestAborted));
        if (!IsArchived(key))
        {
            await FailAsync(context, StatusCodes.Status403Forbidden, "InvalidObjectState");
        }
        else if (!restored.TryAdd(key, false))
        {
            await FailAsync(context, StatusCodes.Status409Conflict, "RestoreAlreadyInProgress");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
    }

    private Task AbortAsync(HttpContext context, string uploadId)
    {
        Aborted.Enqueue(uploadId);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task ListUnfinishedAsync(HttpContext context) => context.Response.WriteAsync(new XElement(
        "ListMultipartUploadsResult",
        new XElement("IsTruncated", false),
        Unfinished.Select(upload => new XElement(
            "Upload", new XElement("Key", "a"), new XElement("UploadId", upload.Key), new XElement("Initiated", upload.Value.UtcDateTime)))).ToString());

    private static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private async Task ForwardAsync(HttpContext context, Uri server, string key)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(server, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        foreach (var (name, values) in context.Request.Headers.Where(header => !NotForwarded.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?[])[.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (string?[])[.. values]);
            }
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        Remember(context.Request, key, answer.IsSuccessStatusCode);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !NotForwarded.Contains(header.Key)))
        {
            context.Response.Headers[name] = (string[])[.. values];
        }

        Tell(context.Response, key);
        if (context.Request.Query.ContainsKey("list-type"))
        {
            var list = Contents().Replace(await answer.Content.ReadAsStringAsync(context.RequestAborted), found => WithClass(found, key.TrimEnd('/')));
            context.Response.ContentLength = Encoding.UTF8.GetByteCount(list);
            await context.Response.WriteAsync(list, context.RequestAborted);
        }
        else if (context.Request.Method != "HEAD")
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private void Remember(HttpRequest request, string key, bool isDone)
    {
        if (!isDone || request.Method is not ("PUT" or "DELETE") || request.Query.ContainsKey("uploadId"))
        {
            return;
        }

        restored.TryRemove(key, out _);
        classes[key] = request.Headers["x-amz-storage-class"] is [{ } given] && request.Method == "PUT" ? given : "STANDARD";
    }

    /// <summary>As HeadObject does, in Amazon's own example.</summary>
    private void Tell(HttpResponse response, string key)
    {
        response.Headers.Remove("x-amz-storage-class");
        if (IsArchived(key))
        {
            response.Headers["x-amz-storage-class"] = classes[key];
            if (restored.TryGetValue(key, out var isDone))
            {
                response.Headers["x-amz-restore"] = isDone
                    ? "ongoing-request=\"false\", expiry-date=\"Fri, 21 Dec 2035 00:00:00 GMT\""
                    : "ongoing-request=\"true\"";
            }
        }
    }

    private string WithClass(Match found, string bucket)
    {
        var key = $"{bucket}/{found.Groups[1].Value}";
        var restore = restored.TryGetValue(key, out var isDone)
            ? $"<RestoreStatus><IsRestoreInProgress>{(isDone ? "false" : "true")}</IsRestoreInProgress></RestoreStatus>"
            : "";
        return found.Value.Replace("<StorageClass>STANDARD</StorageClass>", $"<StorageClass>{classes.GetValueOrDefault(key, "STANDARD")}</StorageClass>{restore}", StringComparison.Ordinal);
    }

    [GeneratedRegex("<Contents>\\s*<Key>(.*?)</Key>.*?</Contents>", RegexOptions.Singleline)]
    private static partial Regex Contents();
}
