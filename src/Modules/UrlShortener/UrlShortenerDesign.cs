using SystemDesign.Platform.Design;
using SystemDesign.UrlShortener.Domain.Capacity;
using SystemDesign.UrlShortener.Domain.Links;
using SystemDesign.UrlShortener.Domain.Redirects;
using SystemDesign.UrlShortener.Domain.Targets;

namespace SystemDesign.UrlShortener;

/// <summary>Case A1 as the notes work a case out. Tests hold every line of it that can be checked against the code.</summary>
internal static class UrlShortenerDesign
{
    private const string InvalidInput = "400 invalid-input, naming the field.";

    private static readonly string Code =
        $"{LinkCode.MinimumAliasLength} to {LinkCode.MaximumLength} letters (a to z, either case, told apart), digits, hyphens or underscores";

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
                $"The number code-length computes it, for any rate and time. Generated codes have {LinkCode.GeneratedLength} letters of 62 kinds, and a test holds that against it."),
            new(
                "US-2",
                "To avoid collisions and bad keys, pre-generate the 3.5 trillion URLs with a null value and fill them little by little.",
                "Each code is handed out once, from blocks that instances lease: out of a keyed order of the same 3,521,614,606,208, which is the list without storing it, "
                    + "or, by configuration, out of a pool of rows that are made ahead with a null link. The number pre-generated-codes says what the whole list would take."),
            new(
                "US-3",
                "Postgres assigns the URLs and the users who own them; with the id, the data is fetched from a NoSQL database.",
                "A relational table, in SQLite or PostgreSQL, holds the code and who owns it.",
                "The second store: where a link leads lies in the same row, and no document database is asked."),
            new("US-4", "Frequently used information goes into a cache database such as Redis.", "Where often followed codes lead comes from a cache, not from the database."),
            new("US-5", "Sharding can be applied to each database.", NotBuiltYet: "Each database is one, not several shards."),
        ],

        FunctionalRequirements =
        [
            new("US-2", "A user shortens an address and gets a code that nobody has.", "An http or https address.", "The link: code, short address, address, when it was made."),
            new("US-2", "A user chooses the code, as an alias.", "An address and an alias.", "The link, or the answer that the alias is taken."),
            new("US-4", "A visitor follows a short address.", "A code.", "A redirect to the address, or the answer that the code leads nowhere."),
            new("US-3", "A user sees a link of their own.", "A code.", "The link; of others' links nothing, not even whether they exist."),
            new("US-3", "A user lists their links.", "Where to go on, and how many.", "A page of links, the newest first, and where the next one begins."),
            new("US-4", "A user changes where a link leads.", "A code, an address, and the version that it was read in.", "The link; or the answer that somebody changed it meanwhile."),
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
            new(nameof(EditLink), Cap.CP, "Of two that change one version, one must hear that it is not the current one. Without the database nothing is changed (5xx)."),
            new(nameof(ReadCapacity), Cap.AP, "It is computed from what is asked and nothing else, so it is answered whatever is away, and everywhere alike."),
            new(nameof(ReadLink), Cap.CP, "Who made a link looks at what was committed, never at a cache. Without the database there is no answer (5xx)."),
            new(
                nameof(FollowLink),
                Cap.AP,
                "A visitor is better off with what the cache remembers than with nothing, so a code that it holds is answered though the database is away. "
                    + "One that it does not hold fails (5xx); it is never taken for a code that leads nowhere."),
        ],

        Numbers = UrlShortenerNumbers.All,

        InputValues =
        [
            new(
                nameof(ShortenLink),
                "url",
                $"An absolute http or https address of at most {TargetUrl.MaximumLength} characters, also in the ASCII form in which it is kept (RFC 3986; a Unicode host as RFC 5891 writes it).",
                InvalidInput),
            new(nameof(ShortenLink), "alias", $"{Code}. Left out or null: a code of {LinkCode.GeneratedLength} is drawn.", InvalidInput),
            new(nameof(ListMyLinks), "page", "A cursor that the page before answered, or none; a limit of 1 to 100, else 20.", "400 invalid-cursor or invalid-input, naming the parameter."),
            new(nameof(EditLink), "url", "As for a new link; left out, it stays. Null is refused, since a link leads somewhere.", InvalidInput),
            new(nameof(ReadCapacity), "linksPerSecond", "A number from 0.001 to 1,000,000, such as 0.5 or 1e3; left out: 1,000.", InvalidInput),
            new(nameof(ReadCapacity), "years", "A number from 0.1 to 100, of 365 days each; left out: 10.", InvalidInput),
            new(nameof(ReadCapacity), "bytesPerLink", "A number from 1 to 100,000; left out: 200.", InvalidInput),
            new(nameof(ReadLink), "code", $"{Code}.", "404, as any code that is not one of mine."),
            new(nameof(FollowLink), "code", $"{Code}.", "404, as any code that leads nowhere; the database is not asked."),
        ],

        EdgeCases =
        [
            new("US-2", "A drawn code is taken.", "Another is drawn, up to five times in all.", "UnitOfWorkTests.A_drawn_value_that_is_taken_is_drawn_again"),
            new("US-2", "All codes are given out.", "507 url-shortener.codes-exhausted; an alias is still to be had.", "CodeExhaustionTests.All_codes_of_two_letters_are_given_once_then_507_and_an_alias_is_still_to_be_had"),
            new("US-2", "An alias takes a code that an instance has leased.", "Whoever draws it draws another.", "CodeTests.An_alias_that_takes_a_code_of_a_leased_block_costs_one_draw_and_nobody_fails"),
            new("US-2", "An instance is killed with codes that it leased.", "Nobody is given one twice; those of the pool come back.", "CodeTests.Of_a_block_that_a_killed_instance_had_leased_the_rest_comes_back_when_its_lease_ends"),
            new("US-2", "An alias is taken.", "409 url-shortener.alias-taken; the first link stays as it is.", "ShortenTests.Rejects_an_alias_that_is_taken"),
            new("US-2", "50 want one alias at once.", "One gets it, the others 409.", "ShortenTests.Of_50_that_want_one_alias_at_once_one_gets_it"),
            new("US-2", "Of 50 that share a commit one is refused.", "The other 49 are made.", "ShortenTests.Of_50_at_once_where_one_is_refused_the_others_succeed"),
            new("US-2", "Two aliases differ only in their case.", "They are two links, whatever the database's collation.", "ShortenTests.Takes_an_alias_and_tells_its_case_apart"),
            new("US-3", "The address is international.", "It is kept and followed in its ASCII form.", "ShortenTests.Keeps_an_international_address_in_ascii"),
            new("US-4", "A code is followed before it exists, and then made.", "It leads on at once: that it led nowhere is forgotten with the commit.", "FollowTests.A_code_that_led_nowhere_leads_somewhere_as_soon_as_it_is_an_alias"),
            new("US-4", "What is followed cannot be a code.", "404, without a question to the database.", "FollowTests.A_code_that_leads_nowhere_is_not_found"),
            new("US-4", "A link is changed that the cache holds.", "Who follows it after the answer gets the new address.", "EditTests.Answers_the_whole_link_with_a_new_tag_and_visits_follow_at_once"),
            new("US-4", "50 change one version of a link at once.", "One succeeds, the others hear 412.", "EditTests.Of_50_that_edit_one_version_at_once_one_succeeds"),
            new("US-4", "50 follow a code at once that the cache does not hold.", "One asks the database.", "RedirectCacheTests.Of_50_that_visit_at_once_one_asks_the_database"),
            new("US-2", "A client does not know whether its request arrived, and sends it again.", "Under one Idempotency-Key it happens once, and has one answer.", "IdempotentRequestTests.Of_50_at_once_under_one_key_one_has_an_effect_and_all_have_its_answer"),
            new("US-3", "Links come and go while somebody pages through the list.", "What is there throughout is listed once.", "ListTests.Whatever_comes_and_goes_between_pages_what_is_there_throughout_is_listed_once"),
            new("US-3", "The owner deletes their account.", "Their links go too, and nobody else's.", "DeleteTests.Whoever_leaves_takes_their_links_along_and_nobody_elses"),
            new("US-4", "The process stops while visits are being gathered.", "They are told before it ends.", "VisitTests.A_stop_loses_no_visit"),
            new("US-4", "The database is away.", "Codes that the cache holds are followed; everything else fails, and nothing is answered wrongly.", "ConsistencyTests.Without_the_database_what_is_CP_fails_and_what_is_AP_answers"),
            new("US-3", "The process is killed right after it answered.", "The link is there after the next start.", "ProcessTests.A_killed_process_loses_nothing_that_it_acknowledged_and_leaves_nothing_in_the_way"),
        ],

        Drawing = UrlShortenerDrawing.Value,

        Endpoints =
        [
            new("POST", "/api/url-shortener/links", Access.SignedIn, nameof(ShortenLink), "Shortens an address."),
            new("GET", "/api/url-shortener/links", Access.SignedIn, nameof(ListMyLinks), "My links, the newest first."),
            new("PATCH", "/api/url-shortener/links/{code}", Access.SignedIn, nameof(EditLink), "Changes where a link leads."),
            new("GET", "/api/url-shortener/links/{code}", Access.SignedIn, nameof(ReadLink), "One of my links."),
            new("GET", "/api/url-shortener/capacity", Access.Anyone, nameof(ReadCapacity), "How long codes must be, and what the links take."),
            new("GET", "/s/{code}", Access.Anyone, nameof(FollowLink), "Follows a link."),
            new("HEAD", "/s/{code}", Access.Anyone, nameof(FollowLink), "Tells where a link leads."),
        ],

        Security =
        [
            new("A target that runs as script or opens a file.", "Only http and https are taken.", "ShortenTests.Refuses_a_value_that_breaks_a_rule_and_names_the_field"),
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
            new("Everything else that is signed in", "600 a minute", "user", "As above."),
            new("Registrations", "20 a minute", "address", "As above."),
            new("All requests", "Set by RateLimiting:Flood:PerMinute", "address", "429 too-many-requests, before anything else is looked at."),
            new("Wrong passwords", "5, then none for 5 minutes", "account", "429 users.locked-out, with Retry-After in seconds."),
        ],

        TradeOffs =
        [
            new("Codes drawn at random", "A pool of pre-generated codes", "Nothing to store or to hand out; nobody can walk through the links.", "A draw may hit a taken code, and is repeated."),
            new("302, kept by the browser for 30 seconds", "301, kept for ever", "A change of a link is soon seen, and visits come by.", "A visitor comes again, which a 301 would save."),
            new("Code, owner and address in one row", "Two stores, the address in a document database", "One lookup and one commit.", "The row is as wide as the address, and both grow together."),
            new("Read-through cache", "Write-through", "Only what is used is kept, and the code that follows links does not know of it.", "The first visit is slow."),
            new("REST", "GraphQL", "Caches and browsers understand a redirect.", "A client gets the whole link, wanted or not."),
            new("Stateless instances", "Sessions in memory", "Any of them takes any request, and one more is simply started.", "Each request carries its token, and each instance reads it anew."),
        ],
    };
}
