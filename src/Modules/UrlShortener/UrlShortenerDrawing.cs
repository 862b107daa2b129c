using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;

namespace SystemDesign.UrlShortener;

/// <summary>Step 6 of the design: what the code does, arrow by arrow, with the span that proves each.</summary>
internal static class UrlShortenerDrawing
{
    private const string Client = "client";
    private const string Gateway = "gateway";
    private const string Users = "users";
    private const string Links = "links";
    private const string Capacity = "capacity";
    private const string Codes = "codes";
    private const string Redirects = "redirects";
    private const string RedirectCache = "redirect-cache";
    private const string LinkDatabase = "link-database";
    private const string UserDatabase = "user-database";
    private const string VisitCounter = "visit-counter";
    private const string Queue = "queue";

    /// <summary>Walls keep the other module's types out of sight, so its names are written out.</summary>
    private const string UsersModule = "SystemDesign.Users";
    private const string UsersSchema = "users";

    public static Drawing Value { get; } = new([.. CallBoxes, .. EventBoxes], [.. CallArrows, .. EventArrows]);

    private static IReadOnlyList<Box> CallBoxes =>
    [
        new(Client, "Client", BoxKind.Client, "A browser that follows a link, or a program that makes one."),
        new(Gateway, "Gateway", BoxKind.Gateway, "One pipeline for every request: routes, tokens, errors. The notes' gateway and load balancer end here."),
        new(Users, "Users", BoxKind.Service, "Accounts and sign-in, shared by all the cases. A token says who somebody is, so that no case asks."),
        new(Links, "Links", BoxKind.Service, "Makes links and shows them to who made them."),
        new(Codes, "Codes", BoxKind.Service, "Gives each code once (US-2), out of blocks that this instance has leased."),
        new(Capacity, "Capacity", BoxKind.Service, "Computes how long codes must be, and what the links take (US-1). It asks nobody."),
        new(Redirects, "Redirects", BoxKind.Service, "Leads a visitor from the short address to the long one."),
        new(RedirectCache, "Redirect cache", BoxKind.Cache, "Where often used codes lead (US-4). Read through: a miss asks the database."),
        new(LinkDatabase, "Link database", BoxKind.Database, "Code, owner and address of each link (US-3). The unique index on the code decides whose it is."),
        new(UserDatabase, "User database", BoxKind.Database, "Accounts and sessions."),
    ];

    private static IReadOnlyList<Arrow> CallArrows =>
    [
        new(Client, Gateway, ArrowKind.Sync, "HTTP", [SpanName.HttpRequest]),
        new(
            Gateway,
            Users,
            ArrowKind.Sync,
            "register, log in, leave",
            [SpanName.Request(UsersModule, "RegisterAccount"), SpanName.Request(UsersModule, "LogIn"), SpanName.Request(UsersModule, "DeleteMyAccount")]),
        new(Users, UserDatabase, ArrowKind.Sync, "account, session", [SpanName.Read(UsersSchema), SpanName.Write(UsersSchema)]),
        new(
            Gateway,
            Links,
            ArrowKind.Sync,
            "shorten, read, list, edit",
            [SpanName.Request<ShortenLink>(), SpanName.Request<ReadLink>(), SpanName.Request<ListMyLinks>(), SpanName.Request<EditLink>()]),
        new(Links, LinkDatabase, ArrowKind.Sync, "link", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Links, Codes, ArrowKind.Sync, "a code", [SpanName.Request("SystemDesign.UrlShortener", "DrawCode")]),
        new(Codes, LinkDatabase, ArrowKind.Sync, "a block of codes", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Gateway, Capacity, ArrowKind.Sync, "capacity", [SpanName.Request<ReadCapacity>()]),
        new(Gateway, Redirects, ArrowKind.Sync, "follow", [SpanName.Request<FollowLink>()]),
        new(Redirects, RedirectCache, ArrowKind.Sync, "code", [SpanName.Cache("url-shortener.redirects")]),
        new(RedirectCache, LinkDatabase, ArrowKind.Sync, "code that is not kept", [SpanName.Read(UrlShortenerDb.SchemaName)]),
    ];

    private static IReadOnlyList<Box> EventBoxes =>
    [
        new(VisitCounter, "Visit counter", BoxKind.Service, "Counts visits in memory, so that no redirect waits, and hands them on together.")
        {
            Begins = [SpanName.Request("SystemDesign.UrlShortener", "TellVisits")],
        },
        new(Queue, "Queue", BoxKind.Queue, "The outbox: an event is committed with what it tells of, and handed on until it is handled."),
    ];

    private static IReadOnlyList<Arrow> EventArrows =>
    [
        new(Redirects, VisitCounter, ArrowKind.Sync, "visit", [SpanName.Request("SystemDesign.UrlShortener", "CountVisit")]),
        new(VisitCounter, LinkDatabase, ArrowKind.Sync, "the events, as rows", [SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(VisitCounter, Queue, ArrowKind.Event, "LinkVisited, grouped", [SpanName.Publish("url-shortener.link-visited.v1")]),
        new(Links, Queue, ArrowKind.Event, "LinkShortened", [SpanName.Publish("url-shortener.link-shortened.v1")]),
        new(Users, Queue, ArrowKind.Event, "UserRegistered, UserDeleted", [SpanName.Publish("users.user-registered.v1"), SpanName.Publish("users.user-deleted.v1")]),
        new(Queue, Links, ArrowKind.Event, "UserDeleted: erase the user's links", [SpanName.Process("users.user-deleted.v1", "UrlShortener.EraseLinksOfUser")]),
    ];
}
