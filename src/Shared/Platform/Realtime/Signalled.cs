using System.Globalization;
using System.Text;

namespace SystemDesign.Platform.Realtime;

/// <summary>
/// A frame on its way to the other instances: the user first, so that an instance without a connection of theirs reads no further. User,
/// position (or <c>-</c>), type and data, with a space between.
/// </summary>
internal static class Signalled
{
    private const int UserLength = 32;

    public static string Write(Guid userId, OutgoingFrame frame) =>
        string.Create(CultureInfo.InvariantCulture, $"{userId:N} {frame.Position?.ToString(CultureInfo.InvariantCulture) ?? "-"} {frame.Type} {Encoding.UTF8.GetString(frame.Data.Span)}");

    public static Guid UserOf(string content) =>
        content.Length > UserLength && Guid.TryParseExact(content.AsSpan(..UserLength), "N", out var userId) ? userId : Guid.Empty;

    public static OutgoingFrame? FrameOf(string content) =>
        content[(UserLength + 1)..].Split(' ', 3) is [var position, var type, var data]
            ? new(type, long.TryParse(position, CultureInfo.InvariantCulture, out var number) ? number : null, Encoding.UTF8.GetBytes(data))
            : null;
}
