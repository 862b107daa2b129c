namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>
/// Where a user is reached on a channel: at one e-mail address, one phone, and any of their devices. An address is used when who has it has
/// confirmed that it is theirs; until then the one before it stays.
/// </summary>
internal sealed class Contact
{
    /// <summary>The longest that SMTP can carry (RFC 5321, section 4.5.3.1.3, less the brackets); tokens of devices are longer.</summary>
    public const int MaximumAddressLength = 254;
    public const int MaximumTokenLength = 4_096;
    public const int MaximumNameLength = 50;
    public const int MaximumSlotLength = 64;

    /// <summary>Of one user.</summary>
    public const int MaximumDevices = 10;

    /// <summary>Of e-mail and SMS, of which there is one.</summary>
    public const string OnlySlot = "";

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>Tells a user's contacts on one channel apart: for a device, what its token hashes to.</summary>
    public required string Slot { get; init; }

    /// <summary>What a device calls itself.</summary>
    public string? Name { get; set; }

    /// <summary>In use; nothing: none yet, or not any more.</summary>
    public string? Address { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The address that is to take its place.</summary>
    public string? PendingAddress { get; private set; }

    /// <summary>Of the last code that was sent to the pending address: the id of its delivery.</summary>
    public Guid? CodeId { get; private set; }

    public string? CodeHash { get; private set; }

    public DateTimeOffset? CodeExpiresAt { get; private set; }

    /// <summary>How often a code was typed in.</summary>
    public int CodeAttempts { get; private set; }

    /// <summary>How many codes were sent since <see cref="CodesSince"/>.</summary>
    public int CodesSent { get; private set; }

    public DateTimeOffset? CodesSince { get; private set; }

    /// <summary>Another one after every change.</summary>
    public int Version { get; private set; }

    /// <exception cref="Kernel.Errors.TooManyException">Too many codes were sent: somebody else may be getting them.</exception>
    public void AskFor(string address, Guid codeId, string code, DateTimeOffset now)
    {
        if (CodesSince is not { } since || since + ConfirmationCode.Period <= now)
        {
            (CodesSince, CodesSent) = (now, 0);
        }

        if (CodesSent >= ConfirmationCode.MaximumPerPeriod)
        {
            throw ContactProblems.TooManyCodes(CodesSince!.Value + ConfirmationCode.Period - now);
        }

        PendingAddress = address;
        CodeId = codeId;
        CodeHash = ConfirmationCode.Hash(code, codeId);
        CodeExpiresAt = now + ConfirmationCode.Lifetime;
        CodeAttempts = 0;
        CodesSent++;
        Version++;
    }

    /// <returns>Whether the code was right, and the address is in use from now on. One that was wrong counts, too.</returns>
    public bool Confirm(string code, DateTimeOffset now)
    {
        if (CodeId is not { } codeId || CodeExpiresAt <= now || CodeAttempts >= ConfirmationCode.MaximumAttempts)
        {
            return false;
        }

        CodeAttempts++;
        Version++;
        if (CodeHash != ConfirmationCode.Hash(code, codeId))
        {
            return false;
        }

        Address = PendingAddress;
        ConfirmedAt = now;
        GiveUpChange();
        return true;
    }

    /// <summary>The address in use stays.</summary>
    public void GiveUpChange()
    {
        (PendingAddress, CodeId, CodeHash, CodeExpiresAt) = (null, null, null, null);
        Version++;
    }

    /// <summary>Neither the address in use nor the pending one stays. The row does, since it knows how many codes were sent.</summary>
    public void Clear()
    {
        (Address, ConfirmedAt) = (null, null);
        GiveUpChange();
    }
}
