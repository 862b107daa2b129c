using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SystemDesign.Platform.Persistence;

/// <summary>A column, and how a row's value for it is kept.</summary>
internal sealed class BulkColumn(IProperty property)
{
    private readonly IClrPropertyGetter getter = property.GetGetter();
    private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <returns>As the provider takes it.</returns>
    public object? ValueOf(object row)
    {
        var value = getter.GetClrValue(row);
        return value is null || convert is null ? value : convert(value);
    }
}
