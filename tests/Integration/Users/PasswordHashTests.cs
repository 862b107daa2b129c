using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SystemDesign.Tests.Integration.Support;
using SystemDesign.Users.Data;

namespace SystemDesign.Tests.Integration.Users;

/// <summary>With the shipped number of iterations, which the other tests lower.</summary>
public sealed class PasswordHashTests
{
    [Fact]
    public async Task Passwords_are_kept_as_PBKDF2_with_SHA_512_of_as_many_iterations_as_OWASP_asks_for()
    {
        await using var app = new App(new AppSetup { Services = services => services.RemoveAll<IPostConfigureOptions<PasswordHasherOptions>>() });
        using var client = app.Anonymous();
        var somebody = await client.RegisteredAsync();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<UsersDb>>().CreateDbContextAsync();
        var account = await db.Set<AccountRow>().SingleAsync(row => row.UserName == somebody.UserName);
        var hash = Convert.FromBase64String(account.PasswordHash!);

        // Identity's third format: a marker, the function, the iterations and the length of the salt, before salt and key.
        Assert.Equal((1, 2u, 210_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }
}
