using Swashbuckle.AspNetCore.SwaggerGen;

namespace SystemDesign.Platform.Editing;

/// <summary>Shows an optional member in the documents as what it holds.</summary>
internal sealed class OptionalContracts(ISerializerDataContractResolver contracts) : ISerializerDataContractResolver
{
    public DataContract GetDataContractForType(Type type) => contracts.GetDataContractForType(OptionalMembers.TypeIn(type) ?? type);
}
