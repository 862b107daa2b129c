using SystemDesign.Kernel.Errors;
using SystemDesign.Notifications.Domain;
using SystemDesign.Notifications.Domain.Contacts;

namespace SystemDesign.Tests.Unit.Notifications;

public sealed class ContactTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Uses_an_address_when_its_code_is_typed_in_and_the_one_before_it_until_then()
    {
        var contact = Asking("old@example.org", "111111");
        Assert.Null(contact.Address);
        Assert.True(contact.Confirm("111111", Now));

        contact.AskFor("new@example.org", Guid.CreateVersion7(), "222222", Now);
        Assert.Equal(("old@example.org", "new@example.org"), (contact.Address, contact.PendingAddress));
        Assert.False(contact.Confirm("111111", Now));
        Assert.True(contact.Confirm("222222", Now));

        Assert.Equal(("new@example.org", null), (contact.Address, contact.PendingAddress));
        Assert.Null(contact.CodeHash);
    }

    [Fact]
    public void Takes_no_code_after_fifteen_minutes()
    {
        var contact = Asking("ada@example.org", "111111");

        Assert.False(contact.Confirm("111111", Now + ConfirmationCode.Lifetime));
    }

    [Fact]
    public void Takes_no_code_after_five_wrong_ones()
    {
        var contact = Asking("ada@example.org", "111111");
        for (var guess = 0; guess < ConfirmationCode.MaximumAttempts; guess++)
        {
            Assert.False(contact.Confirm("000000", Now));
        }

        Assert.False(contact.Confirm("111111", Now));
        Assert.Null(contact.Address);
    }

    [Fact]
    public void Takes_a_code_once()
    {
        var contact = Asking("ada@example.org", "111111");

        Assert.True(contact.Confirm("111111", Now));
        Assert.False(contact.Confirm("111111", Now));
    }

    [Fact]
    public void Sends_five_codes_in_a_day_even_if_it_is_cleared_in_between()
    {
        var contact = Asking("ada@example.org", "111111");
        for (var code = 1; code < ConfirmationCode.MaximumPerPeriod; code++)
        {
            contact.Clear();
            contact.AskFor("ada@example.org", Guid.CreateVersion7(), "111111", Now);
        }

        var refused = Assert.Throws<TooManyException>(() => contact.AskFor("ada@example.org", Guid.CreateVersion7(), "111111", Now.AddHours(1)));
        Assert.Equal(TimeSpan.FromHours(23), refused.RetryAfter);
        contact.AskFor("ada@example.org", Guid.CreateVersion7(), "111111", Now + ConfirmationCode.Period);
    }

    [Fact]
    public void Keeps_a_code_so_that_it_cannot_be_read()
    {
        var contact = Asking("ada@example.org", "111111");

        Assert.DoesNotContain("111111", contact.CodeHash!, StringComparison.Ordinal);
        Assert.NotEqual(contact.CodeHash, Asking("ada@example.org", "111111").CodeHash);
    }

    private static Contact Asking(string address, string code)
    {
        var contact = new Contact { Id = Guid.CreateVersion7(), UserId = Guid.CreateVersion7(), Channel = Channel.Email, Slot = Contact.OnlySlot };
        contact.AskFor(address, Guid.CreateVersion7(), code, Now);
        return contact;
    }
}
