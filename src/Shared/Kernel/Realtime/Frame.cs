namespace SystemDesign.Kernel.Realtime;

/// <summary>What a user's devices are told while they are connected: on a WebSocket <c>{"type": ..., "id": ..., "data": ...}</c>.</summary>
/// <param name="Type">Kebab case, such as <c>notification</c>: how clients tell frames apart.</param>
/// <param name="Data">A record, which becomes JSON as it does in an answer.</param>
/// <param name="Position">
/// Where the frame stands among those of its channel and user: the first is 1, each next one is 1 more, and whoever sees one in the database sees
/// all before it. Clients have it as <c>id</c>, and resume behind it. Nothing: it matters at this moment only, such as that somebody
/// types, and who is not connected never hears of it.
/// </param>
public sealed record Frame(string Type, object Data, long? Position = null);
