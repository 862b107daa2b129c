using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Persistence;

namespace SystemDesign.Platform.Idempotency;

internal static class IdempotencyRegistration
{
    public static void AddIdempotency(this IServiceCollection services)
    {
        services.AddScoped<IdempotencyHeaders>();
        services.AddScoped(typeof(KeptAnswers<>));
        services.AddSingleton(typeof(KeysInUse<>));
        services.AddTransient(typeof(UnitOfWork<,,>));
    }
}
