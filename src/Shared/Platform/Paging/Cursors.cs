using System.Text.Json;
using SystemDesign.Kernel.Errors;

namespace SystemDesign.Platform.Paging;

/// <summary>Cursors of lists that are no query of Entity Framework's: one value says where to go on.</summary>
public static class Cursors
{
    /// <param name="list">Names this very list, whose it is and what it is filtered by included.</param>
    /// <param name="position">Of the last item that was answered.</param>
    public static string Write<TPosition>(string list, TPosition position)
        where TPosition : notnull => Cursor.Write(list, Position.Write([position]));

    /// <param name="list">As it was written.</param>
    /// <param name="cursor">From the client.</param>
    /// <exception cref="InvalidException"><c>invalid-cursor</c>: it is not one of this list.</exception>
    public static TPosition Read<TPosition>(string list, string cursor)
        where TPosition : struct
    {
        try
        {
            return Position.Read(Cursor.Read(list, cursor)) is [var only] ? JsonSerializer.Deserialize<TPosition>(only, Position.Json) : throw Cursor.Invalid();
        }
        catch (JsonException)
        {
            throw Cursor.Invalid();
        }
    }
}
