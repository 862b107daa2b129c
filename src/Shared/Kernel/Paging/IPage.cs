namespace SystemDesign.Kernel.Paging;

/// <summary>A page of whatever items.</summary>
public interface IPage
{
    /// <inheritdoc cref="Page{T}"/>
    string? Next { get; }
}
