using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SystemDesign.Media.Domain.Inspection;

/// <summary>
/// Copies what no magic bytes have named, and finds out on the way whether all of it is text, and whether it is JSON.
/// </summary>
internal static class TextCopy
{
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Append(0x7F).Select(code => (byte)code).Except("\t\n\f\r"u8.ToArray())]);

    public static async Task<ContentType> CopyAsync(ContentReader reader, ContentWriter writer, CancellationToken cancellationToken)
    {
        var text = new TextCheck();
        var json = new JsonCheck();
        while (await reader.PeekSomeAsync(cancellationToken) is { Length: > 0 } some)
        {
            text.Read(some.Span);
            json.Read(some.Span);
            await writer.WriteAsync(some, cancellationToken);
            reader.Advance(some.Length);
        }

        return writer.Bytes == 0 || !text.IsText() ? ContentType.Bytes : json.IsJson() ? ContentType.Json : ContentType.Text;
    }

    /// <summary>UTF-8 to the last byte, without control characters that no text has.</summary>
    private sealed class TextCheck
    {
        private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        private readonly Decoder decoder = Strict.GetDecoder();
        private bool isText = true;

        public void Read(ReadOnlySpan<byte> bytes)
        {
            isText = isText && !bytes.ContainsAny(Controls) && Decodes(bytes, isLast: false);
        }

        public bool IsText() => isText && Decodes([], isLast: true);

        private bool Decodes(ReadOnlySpan<byte> bytes, bool isLast)
        {
            var characters = ArrayPool<char>.Shared.Rent(Strict.GetMaxCharCount(bytes.Length));
            try
            {
                decoder.GetChars(bytes, characters, isLast);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
            finally
            {
                ArrayPool<char>.Shared.Return(characters);
            }
        }
    }

    /// <summary>One object or array (RFC 8259). A single text in it that is longer than the window is too much to look at: then it is text.</summary>
    private sealed class JsonCheck
    {
        private readonly byte[] window = new byte[2 * ContentReader.Window];
        private int held;
        private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 64 });
        private bool isJson = true;
        private bool isFirst = true;

        public void Read(ReadOnlySpan<byte> bytes)
        {
            if (isFirst)
            {
                isFirst = false;
                isJson = bytes.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
            }

            if (!isJson || held + bytes.Length > window.Length)
            {
                isJson = false;
                return;
            }

            bytes.CopyTo(window.AsSpan(held));
            held += bytes.Length;
            Parse(isLast: false);
        }

        public bool IsJson()
        {
            Parse(isLast: true);
            return isJson;
        }

        private void Parse(bool isLast)
        {
            if (!isJson)
            {
                return;
            }

            try
            {
                var json = new Utf8JsonReader(window.AsSpan(0, held), isLast, state);
                while (json.Read())
                {
                    // Each token is only to be one.
                }

                state = json.CurrentState;
                window.AsSpan((int)json.BytesConsumed, held - (int)json.BytesConsumed).CopyTo(window);
                held -= (int)json.BytesConsumed;
            }
            catch (JsonException)
            {
                isJson = false;
            }
        }
    }
}
