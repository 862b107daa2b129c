using Microsoft.EntityFrameworkCore;
using SystemDesign.Notifications.Domain.Contacts;
using SystemDesign.Notifications.Domain.Deliveries;
using SystemDesign.Notifications.Domain.Inbox;
using SystemDesign.Notifications.Domain.Preferences;
using SystemDesign.Notifications.Domain.Recipients;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Notifications.Data;

internal sealed class NotificationsDb(DbContextOptions<NotificationsDb> options) : ModuleDb(options, SchemaName)
{
    public const string SchemaName = "notifications";

    public DbSet<InboxItem> Items => Set<InboxItem>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<TopicPreference> Preferences => Set<TopicPreference>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();
}
