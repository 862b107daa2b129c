namespace SystemDesign.Tests.Integration.Support;

/// <summary>A test of what only instances with Redis have, in the distributed profile.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute() => Skip =
        !Profile.IsDistributed ? "The distributed profile runs this: set TEST_POSTGRES and TEST_REDIS."
        : Profile.Redis is null && !Profile.RequireServers ? "Set TEST_REDIS to a Redis server."
        : null;
}
