namespace SystemDesign.Users.Data;

internal sealed class AccountRole
{
    public Guid AccountId { get; init; }

    public required string Role { get; init; }
}
