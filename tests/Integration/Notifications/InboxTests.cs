using System.Net;
using System.Net.Http.Json;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Notifications;

[Trait("Notes", "WA-1")]
[Trait("Notes", "TW-14")]
public sealed class InboxTests(NotifiedApp app) : IClassFixture<NotifiedApp>
{
    [Fact]
    public async Task What_a_module_asks_for_is_in_the_inbox_the_newest_first_and_of_nobody_else()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        var (bob, _) = await app.SomebodyAsync();

        await app.AskAsync(adaId, "First", link: "/s/first");
        await app.AskAsync(adaId, "Second", NotificationTopics.Messages);
        await app.DeliverAsync();

        var inbox = await NotifiedApp.InboxAsync(ada);
        Assert.Equal([(2, "messages", "Second", null), (1, "orders", "First", "/s/first")], inbox.Select(item => (item.Position, item.Topic, item.Title, item.Link)));
        Assert.All(inbox, item => Assert.Null(item.ReadAt));
        Assert.Empty(await NotifiedApp.InboxAsync(bob));
    }

    [Fact]
    public async Task What_is_asked_for_50_times_at_once_and_5_times_after_another_is_there_once()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        var asked = app.Asked(adaId, "Once", key: "booking-confirmed:7");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => app.AskAsync(asked)));
        await app.AskAsync([.. Enumerable.Range(0, 5).Select(_ => asked)]);
        await app.AskAsync(adaId, "Another event with the same key", key: "booking-confirmed:7");
        await app.DeliverAsync();

        Assert.Equal([(1, "Once")], (await NotifiedApp.InboxAsync(ada)).Select(item => (item.Position, item.Title)));
        Assert.Equal(new UnreadBody(1, 1), await NotifiedApp.UnreadAsync(ada));
    }

    [Fact]
    public async Task Positions_of_50_at_once_have_no_gap()
    {
        var (ada, adaId) = await app.SomebodyAsync();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => app.AskAsync(adaId, $"{number}")));
        await app.DeliverAsync();

        Assert.Equal(Enumerable.Range(1, 50).Select(position => (long)position), (await NotifiedApp.InboxAsync(ada)).Select(item => item.Position).Order());
    }

    [Fact]
    public async Task A_page_leads_to_the_next_whatever_comes_meanwhile()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync([.. Enumerable.Range(1, 5).Select(number => app.Asked(adaId, $"{number}"))]);
        await app.DeliverAsync();

        using var first = await ada.GetAsync("/api/notifications/inbox?limit=3");
        var page = await first.ReadAsync<PageBody<NotificationBody>>();
        await app.AskAsync(adaId, "Meanwhile");
        await app.DeliverAsync();

        Assert.Equal([5, 4, 3], page.Items.Select(item => item.Position));
        Assert.Equal([2, 1], (await NotifiedApp.InboxAsync(ada, $"?limit=3&cursor={page.Next}")).Select(item => item.Position));
    }

    [Fact]
    public async Task One_is_read_as_often_as_one_likes_and_counts_as_new_again()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync([app.Asked(adaId, "One"), app.Asked(adaId, "Two")]);
        await app.DeliverAsync();
        var one = (await NotifiedApp.InboxAsync(ada)).Single(item => item.Title == "One");

        await ExpectAsync(HttpStatusCode.NoContent, ada.PutAsync($"/api/notifications/inbox/{one.Id}/read", null));
        var readAt = (await NotifiedApp.InboxAsync(ada)).Single(item => item.Id == one.Id).ReadAt;
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await ExpectAsync(HttpStatusCode.NoContent, ada.PutAsync($"/api/notifications/inbox/{one.Id}/read", null));

        Assert.NotNull(readAt);
        Assert.Equal(readAt, (await NotifiedApp.InboxAsync(ada)).Single(item => item.Id == one.Id).ReadAt);
        Assert.Equal(["Two"], (await NotifiedApp.InboxAsync(ada, "?unread=true")).Select(item => item.Title));
        Assert.Equal(1, (await NotifiedApp.UnreadAsync(ada)).Count);

        await ExpectAsync(HttpStatusCode.NoContent, ada.DeleteAsync($"/api/notifications/inbox/{one.Id}/read"));
        Assert.Equal(2, (await NotifiedApp.UnreadAsync(ada)).Count);
    }

    [Fact]
    public async Task All_are_read_up_to_a_position_and_what_comes_after_it_is_not()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync([.. Enumerable.Range(1, 3).Select(number => app.Asked(adaId, $"{number}"))]);
        await app.DeliverAsync();
        var seen = (await NotifiedApp.UnreadAsync(ada)).LastPosition;
        await app.AskAsync(adaId, "Meanwhile");
        await app.DeliverAsync();

        await ExpectAsync(HttpStatusCode.NoContent, ada.PostAsJsonAsync("/api/notifications/inbox/read", new { upTo = seen }));

        Assert.Equal(["Meanwhile"], (await NotifiedApp.InboxAsync(ada, "?unread=true")).Select(item => item.Title));
        Assert.Equal(new UnreadBody(1, 4), await NotifiedApp.UnreadAsync(ada));
    }

    [Fact]
    public async Task One_that_is_removed_is_gone_and_its_key_is_not_used_again()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync(adaId, "Once", key: "key");
        await app.DeliverAsync();
        var id = Assert.Single(await NotifiedApp.InboxAsync(ada)).Id;

        await ExpectAsync(HttpStatusCode.NoContent, ada.DeleteAsync($"/api/notifications/inbox/{id}"));
        await app.AskAsync(adaId, "Once", key: "key");
        await app.DeliverAsync();

        Assert.Empty(await NotifiedApp.InboxAsync(ada));
        Assert.Equal(0, (await NotifiedApp.UnreadAsync(ada)).Count);
        await ExpectAsync(HttpStatusCode.NotFound, ada.DeleteAsync($"/api/notifications/inbox/{id}"));
        await using var db = await app.OpenAsync();
        Assert.Equal(("", "", null), db.Items.Where(item => item.Id == id).AsEnumerable().Select(item => (item.Title, item.Body, item.Link)).Single());
    }

    [Fact]
    public async Task Somebody_elses_cannot_be_read_or_removed()
    {
        var (_, adaId) = await app.SomebodyAsync();
        var (bob, _) = await app.SomebodyAsync();
        await app.AskAsync(adaId, "Ada's");
        await app.DeliverAsync();
        Guid id;
        await using (var db = await app.OpenAsync())
        {
            id = db.Items.Single(item => item.UserId == adaId).Id;
        }

        foreach (var answer in new[] { bob.PutAsync($"/api/notifications/inbox/{id}/read", null), bob.DeleteAsync($"/api/notifications/inbox/{id}/read"), bob.DeleteAsync($"/api/notifications/inbox/{id}") })
        {
            using var response = await answer;
            Assert.Equal("notifications.notification-not-found", (await response.ProblemAsync()).Code);
        }
    }

    [Fact]
    public async Task The_number_of_unread_ones_is_answered_with_304_until_it_changes()
    {
        var (ada, adaId) = await app.SomebodyAsync();
        await app.AskAsync(adaId, "One");
        await app.DeliverAsync();
        using var first = await ada.GetAsync("/api/notifications/inbox/unread");
        var tag = first.Headers.ETag!.ToString();

        using var same = await ada.GetAsync("/api/notifications/inbox/unread", "If-None-Match", tag);
        await app.AskAsync(adaId, "Two");
        await app.DeliverAsync();
        using var changed = await ada.GetAsync("/api/notifications/inbox/unread", "If-None-Match", tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same.StatusCode, changed.StatusCode));
    }

    [Fact]
    public async Task A_test_comes_the_way_of_all_others()
    {
        var (ada, _) = await app.SomebodyAsync();

        await ExpectAsync(HttpStatusCode.Accepted, ada.PostAsJsonAsync("/api/notifications/test", new { }));
        await ExpectAsync(HttpStatusCode.Accepted, ada.PostAsJsonAsync("/api/notifications/test", new { topic = "matches" }));
        await app.DeliverAsync();

        Assert.Equal(["matches", "test"], (await NotifiedApp.InboxAsync(ada)).Select(item => item.Topic));
    }

    [Fact]
    public async Task What_a_module_asks_for_wrongly_is_cut_cleaned_or_left_out_and_without_a_key_an_operator_hears_of_it()
    {
        var (ada, adaId) = await app.SomebodyAsync();

        await app.AskAsync(
            app.Asked(adaId, $"{new string('t', 300)}", body: new string('b', 3_000), link: "javascript:alert(1)"),
            app.Asked(adaId, "Two\r\nlines\0", body: "And\0 so on", link: "//evil.example"),
            app.Asked(adaId, "No key") with { DedupKey = string.Empty });
        await app.DeliverAsync();

        var inbox = await NotifiedApp.InboxAsync(ada);
        Assert.Equal(["Two  lines", $"{new string('t', 199)}…"], inbox.Select(item => item.Title));
        Assert.Equal(["And  so on", $"{new string('b', 1_999)}…"], inbox.Select(item => item.Body));
        Assert.All(inbox, item => Assert.Null(item.Link));
    }

    private static async Task ExpectAsync(HttpStatusCode status, Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        Assert.Equal(status, response.StatusCode);
    }
}
