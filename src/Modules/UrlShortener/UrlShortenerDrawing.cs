using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Data;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener;

/// <summary>Step 6 of the design: what the code does, arrow by arrow, with the span that proves each.</summary>
internal static class UrlShortenerDrawing
{
    private const string Client = "client";
    private const string Gateway = "gateway";
    private const string Users = "users";
    private const string Links = "links";
    private const string Abuse = "abuse";
    private const string Eraser = "eraser";
    private const string DocumentStore = "document-store";
    private const string Capacity = "capacity";
    private const string Codes = "codes";
    private const string Redirects = "redirects";
    private const string RedirectCache = "redirect-cache";
    private const string LinkDatabase = "link-database";
    private const string UserDatabase = "user-database";
    private const string EndedSessions = "ended-sessions";
    private const string PlatformDatabase = "platform-database";
    private const string VisitCounter = "visit-counter";
    private const string Stats = "stats";
    private const string Queue = "queue";

    /// <summary>Walls keep the other module's types out of sight, so its names are written out.</summary>
    private const string UsersModule = "SystemDesign.Users";
    private const string UsersSchema = "users";
    private const string PlatformSchema = "platform";
    private const string SessionsEnded = "users.sessions-ended.v1";

    public static Drawing Value { get; } = new([.. CallBoxes, .. EventBoxes], [.. CallArrows, .. EventArrows]);

    private static IReadOnlyList<Box> CallBoxes =>
    [
        new(Client, "Client", BoxKind.Client, "A browser that follows a link, or a program that makes one."),
        new(Gateway, "Gateway", BoxKind.Gateway, "One pipeline for every request: routes, tokens, errors. The notes' gateway and load balancer end here."),
        new(Users, "Users", BoxKind.Service, "Accounts and sign-in, shared by all the cases. A token says who somebody is, so that no case asks."),
        new(Links, "Links", BoxKind.Service, "Makes links and shows them to who made them."),
        new(Codes, "Codes", BoxKind.Service, "Gives each code once (US-2), out of blocks that this instance has leased."),
        new(Capacity, "Capacity", BoxKind.Service, "Computes how long codes must be, and what the links take (US-1). It asks nobody."),
        new(Abuse, "Abuse", BoxKind.Service, "Takes reports of links that should not be, and lets an operator ban them."),
        new(Redirects, "Redirects", BoxKind.Service, "Leads a visitor from the short address to the long one."),
        new(RedirectCache, "Redirect cache", BoxKind.Cache, "Where often used codes lead (US-4). Read through: a miss asks the database, and with the id that it answers the document store."),
        new(Stats, "Stats", BoxKind.Service, "Shows who made a link how often it is followed, when, and from where."),
        new(LinkDatabase, "Link database", BoxKind.Database, "Code, owner and standing of each link, and its visits (US-3). The unique index on the code decides whose it is."),
        new(DocumentStore, "Document store", BoxKind.Database, "Where each link leads, and when and how: a document by id, on one of N shards (US-3, US-5)."),
        new(UserDatabase, "User database", BoxKind.Database, "Accounts and sessions."),
        new(EndedSessions, "Ended sessions", BoxKind.Cache, "Whose access tokens are refused although they have not expired. Nearly always it knows that a session is none of them."),
        new(PlatformDatabase, "Platform database", BoxKind.Database, "What all processes share: the keys of tokens, and the sessions that have ended."),
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
        new(Gateway, EndedSessions, ArrowKind.Sync, "session of the token", [SpanName.Cache("platform.ended-sessions")]),
        new(EndedSessions, PlatformDatabase, ArrowKind.Sync, "session that is not kept", [SpanName.Read(PlatformSchema)]),
        new(Users, PlatformDatabase, ArrowKind.Sync, "sessions that ended", [SpanName.Write(PlatformSchema)]),
        new(Users, UserDatabase, ArrowKind.Sync, "account, session", [SpanName.Read(UsersSchema), SpanName.Write(UsersSchema)]),
        new(
            Gateway,
            Links,
            ArrowKind.Sync,
            "shorten, read, list, edit, delete",
            [
                SpanName.Request<ShortenLink>(), SpanName.Request<ReadLink>(), SpanName.Request<ListMyLinks>(), SpanName.Request<EditLink>(),
                SpanName.Request<DeleteLink>(),
            ]),
        new(Links, LinkDatabase, ArrowKind.Sync, "link", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Links, DocumentStore, ArrowKind.Sync, "where it leads: first the document, then the row", [SpanName.Read(LinkDocuments.StoreName), SpanName.Write(LinkDocuments.StoreName)]),
        new(
            Gateway,
            Abuse,
            ArrowKind.Sync,
            "report, decide, ban",
            [
                SpanName.Request<ReportLink>(), SpanName.Request<ListReports>(), SpanName.Request<DismissReport>(), SpanName.Request<BanLink>(),
                SpanName.Request<LiftBan>(),
            ]),
        new(Abuse, LinkDatabase, ArrowKind.Sync, "report, ban", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Abuse, DocumentStore, ArrowKind.Sync, "where a reported link leads", [SpanName.Read(LinkDocuments.StoreName)]),
        new(Gateway, Stats, ArrowKind.Sync, "read stats", [SpanName.Request<ReadLinkStats>()]),
        new(Stats, LinkDatabase, ArrowKind.Sync, "counts", [SpanName.Read(UrlShortenerDb.SchemaName)]),
        new(Links, Codes, ArrowKind.Sync, "a code", [SpanName.Request("SystemDesign.UrlShortener", "DrawCode")]),
        new(Codes, LinkDatabase, ArrowKind.Sync, "a block of codes", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Gateway, Capacity, ArrowKind.Sync, "capacity", [SpanName.Request<ReadCapacity>()]),
        new(Gateway, Redirects, ArrowKind.Sync, "follow", [SpanName.Request<FollowLink>()]),
        new(Redirects, RedirectCache, ArrowKind.Sync, "code", [SpanName.Cache("url-shortener.redirects")]),
        new(Redirects, LinkDatabase, ArrowKind.Sync, "one of the visits that a link may have", [SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(RedirectCache, LinkDatabase, ArrowKind.Sync, "code that is not kept", [SpanName.Read(UrlShortenerDb.SchemaName)]),
        new(RedirectCache, DocumentStore, ArrowKind.Sync, "the document of its id", [SpanName.Read(LinkDocuments.StoreName)]),
    ];

    private static IReadOnlyList<Box> EventBoxes =>
    [
        new(VisitCounter, "Visit counter", BoxKind.Service, "Counts visits in memory, so that no redirect waits, and hands them on together.")
        {
            Begins = [SpanName.Request("SystemDesign.UrlShortener", "TellVisits")],
        },
        new(Eraser, "Eraser", BoxKind.Service, "Erases what somebody who left had here, a portion at a time.")
        {
            Begins = [SpanName.Request("SystemDesign.UrlShortener", "EraseDeparted")],
        },
        new(Queue, "Queue", BoxKind.Queue, "The outbox: an event is committed with what it tells of, and handed on until it is handled."),
    ];

    private static IReadOnlyList<Arrow> EventArrows =>
    [
        new(Redirects, VisitCounter, ArrowKind.Sync, "visit", [SpanName.Request("SystemDesign.UrlShortener", "CountVisit")]),
        new(VisitCounter, LinkDatabase, ArrowKind.Sync, "counts, and the event as a row", [SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(VisitCounter, Queue, ArrowKind.Event, "LinkVisited, one for all of a moment", [SpanName.Publish("url-shortener.link-visited.v2")]),
        new(Links, Queue, ArrowKind.Event, "LinkShortened", [SpanName.Publish("url-shortener.link-shortened.v1")]),
        new(Users, Queue, ArrowKind.Event, "UserRegistered, UserDeleted", [SpanName.Publish("users.user-registered.v1"), SpanName.Publish("users.user-deleted.v1")]),
        new(UserDatabase, Queue, ArrowKind.Event, "SessionsEnded, which ended in one statement", [SpanName.Publish(SessionsEnded)]),
        new(Queue, EndedSessions, ArrowKind.Event, "SessionsEnded: refuse their tokens", [SpanName.Process(SessionsEnded, "Platform.RecordEndedSessions")]),
        new(Queue, Links, ArrowKind.Event, "UserDeleted: erase the user's links", [SpanName.Process("users.user-deleted.v1", "UrlShortener.EraseLinksOfUser")]),
        new(Eraser, LinkDatabase, ArrowKind.Sync, "links of who left", [SpanName.Read(UrlShortenerDb.SchemaName), SpanName.Write(UrlShortenerDb.SchemaName)]),
        new(Eraser, DocumentStore, ArrowKind.Sync, "their documents", [SpanName.Write(LinkDocuments.StoreName)]),
    ];
}
