using System.Text.Json.Serialization;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Users.Domain.Accounts;

/// <summary>An account as its owner sees it.</summary>
/// <param name="Id" example="0193b0a4-7c1e-7a52-9d3b-1f6f6f0b2c11">UUIDv7.</param>
/// <param name="UserName" example="ada_lovelace">Unique, whatever its case.</param>
/// <param name="Email" example="ada@example.org">Unique, whatever its case.</param>
/// <param name="DisplayName" example="Ada Lovelace">What others see.</param>
/// <param name="Roles" example="[&quot;user&quot;]"><c>user</c>, and <c>operator</c> for who runs the product.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Version">Travels as the entity tag.</param>
internal sealed record Account(
    Guid Id, string UserName, string Email, string DisplayName, IReadOnlyList<string> Roles, DateTimeOffset CreatedAt, [property: JsonIgnore] string Version)
    : IVersioned
{
    public static UnauthenticatedException Deleted() => new("users.account-deleted", "The account of this access token is no more.");
}
