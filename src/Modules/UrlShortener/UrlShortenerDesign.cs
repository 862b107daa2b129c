using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Domain.Abuse;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;
using SystemDesign.UrlShortener.Domain.Visits;

namespace SystemDesign.UrlShortener;

/// <summary>Case A1 as the notes work a case out. Tests hold every line of it that can be checked against the code.</summary>
internal static class UrlShortenerDesign
{
    public static CaseDesign Value { get; } = new()
    {
        Interview = new(
            Publicity: "Both. Whoever has a short address can follow it, without an account. To make links and to see one's own asks for an account.",
            Analytics: "Yes, how often a link is followed: visits are gathered and told as events. Counting must never make a visitor wait.",
            Scale: "1,000 new links a second for 10 years, which is 315 thousand million, each followed 100 times. Step 3 computes with other figures.",
            Users: "Visitors, who are many, anonymous, and only follow links; people and programs that make links, each signed in; an operator."),

        Notes =
        [
            new(
                "US-1",
                "Size the code: shortenings per second give the URLs of 10 years; take a number of letters that makes more, such as 7 or 10.",
                "GET /api/url-shortener/capacity computes it, for any rate and time, and so does the number code-length. The length of this instance's own codes comes from "
                    + "the same function and its settings: 7 letters, unless they say otherwise."),
            new(
                "US-2",
                "To avoid collisions and bad keys, pre-generate the 3.5 trillion URLs with a null value and fill them little by little.",
                "Both ways, by configuration. Pool: codes are rows with a null link, made little by little, and handed out in leased blocks. Permutation, the default: the same "
                    + "list in the same unguessable order, computed place by place and never stored."),
            new(
                "US-3",
                "Postgres assigns the URLs and the users who own them; with the id, the data is fetched from a NoSQL database.",
                "A relational table, in SQLite or PostgreSQL, holds the code and who owns it; with the id that it holds, where the link leads is fetched from a key-value store of documents."),
            new("US-4", "Frequently used information goes into a cache database such as Redis.", "Where often followed codes lead comes from a cache, not from the database."),
            new(
                "US-5",
                "Sharding can be applied to each database.",
                "The document store lies on as many shards as are configured, files or schemas or servers of their own; each link remembers its document's shard, so that shards can be added.",
                "The relational database is one, not several shards."),
        ],

        FunctionalRequirements =
        [
            new("US-2", "A user shortens an address and gets a code that nobody has.", "An http or https address.", "The link: code, short address, address, when it was made."),
            new("US-2", "A user chooses the code, as an alias.", "An address and an alias.", "The link, or the answer that the alias is taken."),
            new("US-4", "A visitor follows a short address.", "A code.", "A redirect to the address, or the answer that the code leads nowhere."),
            new("US-3", "A user sees a link of their own.", "A code.", "The link; of others' links nothing, not even whether they exist."),
            new("US-3", "A user lists their links, and searches them.", "A word, a tag, where to go on, and how many.", "A page of links, the newest first, and where the next one begins."),
            new("US-4", "A user changes where a link leads, when, how and whether.", "A code, what is to change, and the version that it was read in.", "The link; or the answer that somebody changed it meanwhile."),
            new("US-3", "A user deletes a link.", "A code, and the version that it was read in.", "It is gone for ever, and its code is nobody's."),
            new("US-4", "A user sees how often a link is followed.", "A code and some days.", "Visits by hour, day and referrer, previews apart."),
            new("US-4", "Anybody reports a link, and an operator bans it.", "A code and a reason.", "Nobody is led there any more."),
            new("US-1", "Anybody computes how long codes must be.", "A rate, years, and bytes.", "Letters, storage, and the odds of collisions."),
            new("US-3", "A user who leaves takes their links along.", "The event that an account was deleted.", "None of their links leads anywhere."),
        ],

        NonFunctionalRequirements =
        [
            new(
                "Latency",
                "Redirects cost little more than HTTP does: an instance answers at least 0.7 of what a bare server answers with a constant redirect.",
                "Often used targets come from memory, and nothing on a visit's way waits for a disk."),
            new("Durability", "A link that was answered with 201 survives the loss of power and a killed process.", "It is answered after the commit is on disk; those that wait share one."),
            new("Uniqueness", "A code is one link's, however many ask for it at once.", "A unique index decides. Nothing is looked up first and written after."),
            new(
                "Resilience",
                "Any instance takes any request, and one that ends takes nothing with it.",
                "Instances keep no state but caches: links, accounts and the keys of tokens are in the database."),
        ],

        Consistency =
        [
            new(nameof(ShortenLink), Cap.CP, "Two links of one code would lead visitors astray for ever. Without the database nothing is made, and the client is told (5xx)."),
            new(nameof(ListMyLinks), Cap.CP, "As with one link: what was committed, or no answer (5xx)."),
            new(nameof(DeleteLink), Cap.CP, "A link that was deleted must lead nobody on. Without the database it stays as it was, and its owner is told (5xx)."),
            new(nameof(ReportLink), Cap.CP, "Whoever is thanked for a report was heard: without the database it is refused (5xx)."),
            new(nameof(ListReports), Cap.CP, "What was committed, or no answer (5xx)."),
            new(nameof(DismissReport), Cap.CP, "A report is decided once. Without the database it waits on (5xx)."),
            new(nameof(BanLink), Cap.CP, "An operator who is told that a link is banned relies on it. Without the database it is not, and they are told (5xx)."),
            new(nameof(LiftBan), Cap.CP, "As with the ban."),
            new(nameof(EditLink), Cap.CP, "Of two that change one version, one must hear that it is not the current one. Without the database nothing is changed (5xx)."),
            new(nameof(ReadCapacity), Cap.AP, "It is computed from what is asked and nothing else, so it is answered whatever is away, and everywhere alike."),
            new(nameof(ReadLink), Cap.CP, "Who made a link looks at what was committed, never at a cache. Without the database there is no answer (5xx)."),
            new(
                nameof(ReadLinkStats),
                Cap.CP,
                "Visits of the last moment may be missing, since no redirect waits for its count; what is shown was committed. Without the database there is no answer (5xx)."),
            new(
                nameof(FollowLink),
                Cap.AP,
                "A visitor is better off with what the cache remembers than with nothing, so a code that it holds is answered though the database is away. "
                    + "One that it does not hold fails (5xx); it is never taken for a code that leads nowhere."),
        ],

        Numbers = UrlShortenerNumbers.All,

        InputValues = UrlShortenerInputs.All,

        EdgeCases = UrlShortenerEdgeCases.All,

        Drawing = UrlShortenerDrawing.Value,

        Endpoints =
        [
            new("POST", "/api/url-shortener/links", Access.SignedIn, nameof(ShortenLink), "Shortens an address."),
            new("GET", "/api/url-shortener/links", Access.SignedIn, nameof(ListMyLinks), "My links, the newest first."),
            new("PATCH", "/api/url-shortener/links/{code}", Access.SignedIn, nameof(EditLink), "Changes where a link leads, and when, how, and whether."),
            new("DELETE", "/api/url-shortener/links/{code}", Access.SignedIn, nameof(DeleteLink), "Ends a link, for good."),
            new("GET", "/api/url-shortener/links/{code}", Access.SignedIn, nameof(ReadLink), "One of my links."),
            new("GET", "/api/url-shortener/links/{code}/stats", Access.SignedIn, nameof(ReadLinkStats), "How often one of my links was followed."),
            new("GET", "/api/url-shortener/capacity", Access.Anyone, nameof(ReadCapacity), "How long codes must be, and what the links take."),
            new("POST", "/api/url-shortener/links/{code}/report", Access.Anyone, nameof(ReportLink), "Says that a link should not be."),
            new("GET", "/api/url-shortener/operator/reports", Access.Operator, nameof(ListReports), "The reports that wait for a decision."),
            new("DELETE", "/api/url-shortener/operator/reports/{id:guid}", Access.Operator, nameof(DismissReport), "Decides that a report names nothing wrong."),
            new("POST", "/api/url-shortener/operator/links/{code}/ban", Access.Operator, nameof(BanLink), "Bans a link."),
            new("DELETE", "/api/url-shortener/operator/links/{code}/ban", Access.Operator, nameof(LiftBan), "Lifts a ban."),
            new("GET", "/s/{code}", Access.Anyone, nameof(FollowLink), "Follows a link."),
            new("HEAD", "/s/{code}", Access.Anyone, nameof(FollowLink), "Tells where a link leads."),
        ],

        Security =
        [
            new("A target that runs as script or opens a file.", "Only http and https are taken.", "ShortenTests.Refuses_a_value_that_breaks_a_rule_and_names_the_field"),
            new("A target inside the network of whoever follows it, in whatever spelling.", "Private, local and metadata addresses and names are refused, by their letters and without DNS.", "TargetTests.Refuses_an_unsafe_target_with_the_reason_and_changes_nothing"),
            new("A link that leads to links, in a circle.", "The service's own hosts are refused as targets, also by an edit.", "TargetTests.Refuses_an_unsafe_target_with_the_reason_and_changes_nothing"),
            new("To lead many astray before anybody notices.", "Anybody reports a link, and an operator's ban is seen at once; unsafe creations are limited per minute.", "AbuseTests.A_banned_link_leads_nobody_on_from_the_answer_on_and_again_when_the_ban_is_lifted"),
            new("A target that breaks out of the Location header.", "It is written anew as printable ASCII before it is kept.", "ShortenTests.Keeps_an_international_address_in_ascii"),
            new("A body that is malformed, has unknown members or is not UTF-8.", "400 that says where.", "BadInputTests.Refuses_and_names_the_field"),
            new("A body that fills the memory.", "413 beyond 64 KiB, whether or not it says how long it is.", "BadInputTests.Refuses_a_body_that_is_too_large_whether_or_not_it_says_so"),
            new("To look at the links of others.", "404, as if there were none; the user is taken from the token.", "ShortenTests.Somebody_elses_link_is_not_found"),
            new("A made-up access token.", "401.", "AccessTokenTests.A_token_that_nobody_issued_is_refused"),
            new("To forget the token on a route that is new.", "Every route of a module asks for one, unless it is opened on purpose.", "RouteTests.Every_route_that_is_not_opened_on_purpose_asks_for_a_token"),
            new("To frame an answer, or have it guessed for another type.", "Headers forbid it on every answer.", "RouteTests.Every_answer_carries_the_security_headers_errors_included"),
        ],

        RateLimits =
        [
            new("Creations", "60 a minute", "user", "429 too-many-requests, with Retry-After in seconds; RateLimit says on each answer what is left."),
            new("Reports", "10 a minute", "user, or address", "As above."),
            new("Everything else that is signed in", "600 a minute", "user", "As above."),
            new("Registrations", "20 a minute", "address", "As above."),
            new("All requests", "Set by RateLimiting:Flood:PerMinute", "address", "429 too-many-requests, before anything else is looked at."),
            new("Wrong passwords", "5, then none for 5 minutes", "account", "429 users.locked-out, with Retry-After in seconds."),
        ],

        TradeOffs =
        [
            new("Codes from a permutation", "A pool of pre-generated codes", "Nothing to store or to refill, and a lease is one small write for 1,000 codes.", "What was leased and not used when a process dies is never given; the pool gives it again."),
            new("Codes from a permutation", "Codes drawn at random", "No two ever meet, up to the last; and nobody can walk through the links either way.", "The instances share a counter, and a secret key."),
            new("302, remembered by nobody", "301, remembered for 30 seconds", "A change of a link is seen at once, and every visit is counted.", "A visitor comes again, which a 301 would save; each link may choose it."),
            new("Two stores, the address in a document", "Code, owner and address in one row", "The row is small, and what grows lies on as many shards as one likes.", "Two lookups and two commits, a sweep for what a crash leaves, and no instant at which both can be copied."),
            new("Visits gathered for 50 ms", "A write with each visit", "A redirect waits for no disk, and a thousand visits are one commit.", "A process that is killed loses those of its last moment."),
            new("A deleted code is gone for ever", "Codes are given again", "What was printed leads nobody to somebody else's page.", "A row stays for each code that ever was."),
            new("Read-through cache", "Write-through", "Only what is used is kept, and the code that follows links does not know of it.", "The first visit is slow."),
            new("REST", "GraphQL", "Caches and browsers understand a redirect.", "A client gets the whole link, wanted or not."),
            new("Stateless instances", "Sessions in memory", "Any of them takes any request, and one more is simply started.", "Each request carries its token, and each instance reads it anew."),
        ],
    };
}
