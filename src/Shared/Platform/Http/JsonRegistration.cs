using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SystemDesign.Platform.Editing;

namespace SystemDesign.Platform.Http;

internal static class JsonRegistration
{
    /// <summary>A member that we do not know is refused: a client that misspells one should hear of it.</summary>
    public static void AddJson(this IServiceCollection services) => services.AddSingleton<WrittenPages>().Configure<JsonOptions>(options =>
    {
        options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.SerializerOptions.AllowDuplicateProperties = false;
        options.SerializerOptions.Converters.Add(new TextConverter());
        options.SerializerOptions.Converters.Add(new InstantConverter());
        options.SerializerOptions.TypeInfoResolver = options.SerializerOptions.TypeInfoResolver?.WithAddedModifier(OptionalMembers.Configure);
    });
}
