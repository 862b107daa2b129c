using Microsoft.AspNetCore.DataProtection;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Security;

/// <summary>
/// Makes the first key while no other process can: instances that start together on an empty database would each make
/// one, and refuse the tokens of the others until they read the ring again, a day later.
/// </summary>
internal sealed class FirstKey(IDataProtectionProvider protection) : IInitialData
{
    public Task EnsureAsync(CancellationToken cancellationToken)
    {
        protection.CreateProtector(nameof(FirstKey)).Protect([]);
        return Task.CompletedTask;
    }
}
