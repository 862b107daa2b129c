using System.Globalization;

namespace SystemDesign.GraphQL.Execution;

/// <summary>Where in the response a value goes: response keys, and indexes of lists.</summary>
/// <param name="parent">Nothing for a field of the operation itself.</param>
/// <param name="key">A response key, or an index.</param>
/// <param name="isNullable">Whether null can take the value's place.</param>
internal sealed class ResponsePath(ResponsePath? parent, object key, bool isNullable)
{
    public ResponsePath? Parent => parent;

    /// <summary>What becomes null when this cannot be had; nothing, if all of <c>data</c> does (section 6.4.4).</summary>
    public ResponsePath? Nulled => isNullable ? this : parent?.Nulled;

    private object Own => key;

    public IReadOnlyList<object> ToList()
    {
        var keys = new List<object>();
        for (var path = this; path is not null; path = path.Parent)
        {
            keys.Add(path.Own);
        }

        keys.Reverse();
        return keys;
    }

    /// <summary>As JavaScript would reach it: <c>feed.items[3].author</c>.</summary>
    public override string ToString()
    {
        var own = key is int index ? string.Create(CultureInfo.InvariantCulture, $"[{index}]") : $".{key}";
        return parent is null ? own.TrimStart('.') : $"{parent}{own}";
    }
}
