using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Persistence;

/// <summary>States, next to a unique index, what a client is told who runs into it.</summary>
public static class ConflictOnIndex
{
    private const string Annotation = "SystemDesign:Conflict";

    /// <param name="index">A unique index.</param>
    /// <param name="code">As in <see cref="ExpectedException.Code"/>.</param>
    /// <param name="detail">One sentence for a person.</param>
    /// <param name="field">The input field whose value is taken.</param>
    public static IndexBuilder<TEntity> ConflictsAs<TEntity>(this IndexBuilder<TEntity> index, string code, string detail, string field)
    {
        ArgumentNullException.ThrowIfNull(index);
        index.IsUnique().HasAnnotation(Annotation, new[] { code, detail, field });
        return index;
    }

    internal static ConflictException? FindConflict(this IReadOnlyIndex index) =>
        index.FindAnnotation(Annotation)?.Value is string[] and [var code, var detail, var field] ? new(code, detail, field) : null;
}
