using System.Net;
using SystemDesign.Contracts.Notifications;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;

namespace SystemDesign.Notifications.Domain.Deliveries;

/// <summary>
/// The templates: what a notification looks like on each channel. Title and body are the module's own words, so there is one language, the module's.
/// </summary>
internal sealed class Messages(IUnsubscribeTokens tokens, ICodeSeals seals, NotificationsOptions options)
{
    /// <summary>One SMS in letters that are not in its own alphabet is 70 of them; three of these are sent as one.</summary>
    public const int MaximumSmsLength = 201;

    private const int MaximumPushLength = 240;

    private const int MaximumLinkInSms = 100;

    private const string CodeTitle = "Is this your address?";

    /// <returns>Nothing if it carries a code that cannot be read any more.</returns>
    public OutgoingMessage? Write(DeliveryContext context, string address)
    {
        if (context.Delivery.ItemId is null)
        {
            return context.Delivery.SealedCode is { } seal && seals.Open(seal) is { } code ? WriteCode(context.Delivery, address, code) : null;
        }

        var item = context.Item!;
        var link = item.Link is null ? null : NotificationLink.Absolute(item.Link, options.BaseUrl);
        return context.Delivery.Channel switch
        {
            Channel.Email => WriteEmail(context.Delivery, address, item, link),
            Channel.Sms => Plain(context.Delivery, address, item.Title, ForSms(item, link), link),
            _ => Plain(context.Delivery, address, item.Title, PlainText.Cut(item.Body, MaximumPushLength), link),
        };
    }

    private static OutgoingMessage WriteCode(Delivery delivery, string address, string code)
    {
        var text = $"Your code is {code}. It lasts {ConfirmationCode.Lifetime.TotalMinutes:0} minutes. If you did not ask for it, you need do nothing.";
        return Plain(delivery, address, CodeTitle, text, link: null) with
        {
            Html = delivery.Channel is Channel.Email ? Page(CodeTitle, text, link: null, footer: string.Empty) : null,
        };
    }

    private OutgoingMessage WriteEmail(Delivery delivery, string address, InboxItem item, string? link)
    {
        var topic = NotificationTopics.Of(item.Topic);
        var unsubscribe = $"{options.BaseUrl}/api/notifications/unsubscribe?token={tokens.Write(item.UserId, item.Topic)}";
        var reason = $"You get this because you want e-mail about: {topic.Description}.";
        var text = string.Join("\n\n", new[] { item.Title, item.Body, link, $"{reason}\nNo more of it: {unsubscribe}" }.Where(part => !string.IsNullOrEmpty(part)));
        var footer = $"<p><small>{Encode(reason)} <a href=\"{Encode(unsubscribe)}\">No more of it</a></small></p>";
        return Plain(delivery, address, item.Title, text, link) with { Html = Page(item.Title, item.Body, link, footer), UnsubscribeUrl = unsubscribe };
    }

    private static OutgoingMessage Plain(Delivery delivery, string address, string title, string text, string? link) =>
        new(delivery.Id, delivery.Channel, address, title, text, Html: null, link, UnsubscribeUrl: null, delivery.CreatedAt);

    /// <summary>What is too long is cut before the link, which is of no use in part.</summary>
    private static string ForSms(InboxItem item, string? link)
    {
        var words = item.Body.Length == 0 ? item.Title : $"{item.Title}: {PlainText.OneLine(item.Body)}";
        return link is null or { Length: > MaximumLinkInSms } ? PlainText.Cut(words, MaximumSmsLength) : $"{PlainText.Cut(words, MaximumSmsLength - link.Length - 1)} {link}";
    }

    private static string Page(string title, string body, string? link, string footer)
    {
        var paragraphs = string.Concat(body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"<p>{Encode(line)}</p>"));
        var more = link is null ? string.Empty : $"<p><a href=\"{Encode(link)}\">{Encode(link)}</a></p>";
        return $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{Encode(title)}</title></head><body><h1>{Encode(title)}</h1>{paragraphs}{more}{footer}</body></html>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
