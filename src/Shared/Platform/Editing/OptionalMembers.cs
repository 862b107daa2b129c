using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SystemDesign.Kernel.Editing;

namespace SystemDesign.Platform.Editing;

/// <summary>Reads and writes the optional members of records. Whether one may be null stands at the member, and nowhere in its type.</summary>
internal static class OptionalMembers
{
    public static void Configure(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(property => TypeIn(property.PropertyType) is not null))
        {
            var converter = typeof(OptionalConverter<>).MakeGenericType(TypeIn(member.PropertyType)!);
            member.CustomConverter = (JsonConverter)Activator.CreateInstance(converter, args: [TakesNull(member.AttributeProvider)])!;
            member.ShouldSerialize = (_, value) => !Equals(value, Activator.CreateInstance(member.PropertyType));
        }
    }

    /// <returns>The T of an <see cref="Optional{T}"/>.</returns>
    public static Type? TypeIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>) ? type.GetGenericArguments()[0] : null;

    public static bool TakesNull(ICustomAttributeProvider? member) => member is PropertyInfo property
        && new NullabilityInfoContext().Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }];
}
