using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SystemDesign.Kernel.Paging;

namespace SystemDesign.Platform.Editing;

/// <summary>
/// Pages as they go on the wire. One that a cache answers again is the same object, and is not written again: to write and hash a feed was seen to take
/// more than a quarter of such an answer.
/// </summary>
internal sealed class WrittenPages(IOptions<JsonOptions> json)
{
    private readonly ConditionalWeakTable<IPage, WrittenPage> written = [];

    public WrittenPage Of(IPage page) => written.TryGetValue(page, out var known) ? known : written.GetValue(page, Write);

    private WrittenPage Write(IPage page)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(page, page.GetType(), json.Value.SerializerOptions);
        return new(body, Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(..16)));
    }
}
