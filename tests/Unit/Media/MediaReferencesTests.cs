using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SystemDesign.Kernel.Errors;
using SystemDesign.Kernel.Media;
using SystemDesign.Platform.Media;

namespace SystemDesign.Tests.Unit.Media;

/// <summary>Modules believe a reference without asking: so it is ours, as it was signed, its owner's, and of now.</summary>
public sealed class MediaReferencesTests
{
    private static readonly Guid Owner = Guid.CreateVersion7();

    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly MediaReference reference = new(
        Guid.CreateVersion7(), Owner, $"{new string('a', 64)}.jpg", "image/jpeg", 123, IsPublic: true, TimeProvider.System.GetUtcNow().AddHours(1));

    [Fact]
    public void What_was_signed_is_what_is_read_by_whoever_has_the_keys()
    {
        var text = new MediaReferences(keys, TimeProvider.System).Sign(reference);

        Assert.Equal(reference, new MediaReferences(keys, TimeProvider.System).Verify(text, Owner, "image"));
        Assert.True(Base64Url.IsValid(text));
        Assert.InRange(text.Length, 1, 1000);
    }

    [Fact]
    public void Another_users_is_refused() => Refused(new MediaReferences(keys, TimeProvider.System).Sign(reference), Guid.CreateVersion7());

    [Fact]
    public void One_that_was_altered_anywhere_is_refused()
    {
        var bytes = Base64Url.DecodeFromChars(new MediaReferences(keys, TimeProvider.System).Sign(reference));
        for (var place = 0; place < bytes.Length; place++)
        {
            byte[] altered = [.. bytes];
            altered[place] ^= 1;
            Refused(Base64Url.EncodeToString(altered), Owner);
        }
    }

    [Fact]
    public void One_of_other_keys_or_of_another_purpose_or_of_none_is_refused()
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(reference);
        Refused(new MediaReferences(new EphemeralDataProtectionProvider(), TimeProvider.System).Sign(reference), Owner);
        Refused(Base64Url.EncodeToString(keys.CreateProtector("SystemDesign.MediaReferences.v2").Protect(plain)), Owner);
        Refused(Base64Url.EncodeToString(plain), Owner);
        Assert.All(["", " ", "a", "no base64!", new string('A', 5000)], text => Refused(text, Owner));
    }

    [Fact]
    public void One_that_has_expired_is_refused_and_says_so()
    {
        var references = new MediaReferences(keys, TimeProvider.System);
        var text = references.Sign(reference with { ExpiresAt = TimeProvider.System.GetUtcNow() });

        Assert.Equal("media.reference-expired", Assert.Throws<InvalidException>(() => references.Verify(text, Owner, "image")).Code);
    }

    private void Refused(string text, Guid owner)
    {
        var refusal = Assert.Throws<InvalidException>(() => new MediaReferences(keys, TimeProvider.System).Verify(text, owner, "image"));
        Assert.Equal(("media.reference-refused", "image"), (refusal.Code, refusal.Field));
    }
}
