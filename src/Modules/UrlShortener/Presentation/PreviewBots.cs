using System.Buffers;

namespace SystemDesign.UrlShortener.Presentation;

/// <summary>
/// Programs that fetch a link to show what it leads to, or to index it, and that say who they are (RFC 9110, section 10.1.5).
/// Their names are those that their operators document, such as developers.facebook.com/docs/sharing/webmasters/web-crawlers,
/// api.slack.com/robots, developers.google.com/search/docs/crawling-indexing/google-common-crawlers, support.apple.com/119829 and
/// bing.com/webmasters; github.com/monperrus/crawler-user-agents collects them with what each sends.
/// </summary>
internal static class PreviewBots
{
    /// <summary>None is a part of what a browser, or an app that shows pages to people, calls itself.</summary>
    private static readonly SearchValues<string> Names = SearchValues.Create(
        [
            // Messengers and social networks, where a link is posted. Messages on iPhones names the first and the fourth, Signal WhatsApp.
            "facebookexternalhit", "Facebot", "meta-externalagent", "meta-externalfetcher",
            "Twitterbot", "LinkedInBot", "Slackbot", "Slack-ImgProxy", "Discordbot", "TelegramBot", "WhatsApp/", "SkypeUriPreview",
            "Viber/", "vkShare", "redditbot", "Pinterestbot", "Pinterest/0.", "Snap URL Preview", "Bluesky Cardyb", "Mastodon/",
            "Pleroma", "Misskey/", "SummalyBot", "Synapse (bot", "ZulipURLPreview", "Nextcloud Server Crawler", "FlipboardProxy",

            // Those that make previews for others.
            "Iframely", "Embedly", "BingPreview", "Google-PageRenderer",

            // Search engines.
            "Googlebot", "AdsBot-Google", "Mediapartners-Google", "APIs-Google", "GoogleOther", "Google-InspectionTool", "Feedfetcher-Google",
            "bingbot", "adidxbot", "msnbot", "Applebot", "DuckDuckBot", "YandexBot", "Baiduspider", "Yahoo! Slurp", "PetalBot", "SeznamBot", "Yeti/",

            // Archives and indexes of other kinds.
            "ia_archiver", "archive.org_bot", "CCBot", "GPTBot", "OAI-SearchBot", "ClaudeBot", "PerplexityBot", "Amazonbot", "Bytespider",
            "AhrefsBot", "SemrushBot", "MJ12bot", "DotBot", "UptimeRobot",
        ],
        StringComparison.OrdinalIgnoreCase);

    public static bool AreNamedIn(string? userAgent) => userAgent.AsSpan().ContainsAny(Names);
}
