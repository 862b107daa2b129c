using Microsoft.AspNetCore.Http;
using SystemDesign.UrlShortener.Domain.Visits;
using SystemDesign.UrlShortener.Presentation;

namespace SystemDesign.Tests.Unit.UrlShortener;

[Trait("Notes", "B1")]
public sealed class VisitorsTests
{
    private const string Browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Browser)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1")]
    [InlineData("Mozilla/5.0 (Android 15; Mobile; rv:141.0) Gecko/141.0 Firefox/141.0")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/520.0]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [Pinterest/iOS]")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Snapchat/13.50.0.36 (like Safari/8620.2.4, panda)")]
    [InlineData("curl/8.14.1")]
    public void A_program_that_people_use_brings_a_visit(string? userAgent) => Assert.Equal(VisitKind.Visit, KindOf("GET", ("User-Agent", userAgent)));

    [Theory]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0")]
    [InlineData("Twitterbot/1.0")]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)")]
    [InlineData("LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)")]
    [InlineData("WhatsApp/2.23.20.0 A")]
    [InlineData("TelegramBot (like TwitterBot)")]
    [InlineData("Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)")]
    [InlineData("Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com")]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1)")]
    [InlineData("Mozilla/5.0 (compatible; Pinterestbot/1.0; +http://www.pinterest.com/bot.html)")]
    [InlineData("Mozilla/5.0 (compatible; redditbot/1.0; +http://www.reddit.com/feedback)")]
    [InlineData("http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.example/) Bot")]
    [InlineData("Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)")]
    [InlineData("Mozilla/5.0 (compatible; vkShare; +http://vk.com/dev/Share)")]
    [InlineData("Iframely/1.3.1 (+https://iframely.com/docs/about)")]
    [InlineData("Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)")]
    [InlineData("TWITTERBOT/1.0")]
    public void A_program_that_makes_previews_or_an_index_brings_a_preview(string userAgent) =>
        Assert.Equal(VisitKind.Preview, KindOf("GET", ("User-Agent", userAgent)));

    [Theory]
    [InlineData("Sec-Purpose", "prefetch")]
    [InlineData("Sec-Purpose", "prefetch;prerender")]
    [InlineData("Sec-Purpose", "prefetch;anonymous-client-ip")]
    [InlineData("Sec-Purpose", "prerender")]
    [InlineData("Purpose", "prefetch")]
    [InlineData("Purpose", "Prefetch")]
    [InlineData("X-Moz", "prefetch")]
    public void A_browser_that_fetches_ahead_brings_a_preview(string header, string value) =>
        Assert.Equal(VisitKind.Preview, KindOf("GET", ("User-Agent", Browser), (header, value)));

    [Theory]
    [InlineData("Sec-Purpose", "")]
    [InlineData("Purpose", "something else")]
    [InlineData("Sec-Fetch-Mode", "prefetch")]
    public void A_browser_that_fetches_for_another_purpose_brings_a_visit(string header, string value) =>
        Assert.Equal(VisitKind.Visit, KindOf("GET", ("User-Agent", Browser), (header, value)));

    [Fact]
    public void A_look_at_the_headers_is_a_preview() => Assert.Equal(VisitKind.Preview, KindOf("HEAD", ("User-Agent", Browser)));

    [Fact]
    public void Of_several_referrers_none_is_taken() =>
        Assert.Null(Visitors.ReferrerOf(Request("GET", ("Referer", "https://a.example.org/"), ("Referer", "https://b.example.org/"))));

    [Fact]
    public void A_visit_without_a_referrer_costs_no_memory()
    {
        var request = Request("GET", ("User-Agent", Browser), ("Accept", "*/*"));
        Look(request);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var visit = 0; visit < 1_000; visit++)
        {
            Look(request);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static void Look(HttpRequest request)
        {
            if (Visitors.KindOf(request) is not VisitKind.Visit || Visitors.ReferrerOf(request) is not null)
            {
                throw new InvalidOperationException("It was to be a visit without a referrer.");
            }
        }
    }

    private static VisitKind KindOf(string method, params (string Name, string? Value)[] headers) => Visitors.KindOf(Request(method, headers));

    private static HttpRequest Request(string method, params (string Name, string? Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        foreach (var (name, value) in headers)
        {
            request.Headers.Append(name, value);
        }

        return request;
    }
}
