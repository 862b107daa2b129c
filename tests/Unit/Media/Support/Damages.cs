using FsCheck;
using FsCheck.Fluent;

namespace SystemDesign.Tests.Unit.Media.Support;

/// <summary>Pictures with a few bytes changed, cut short, put twice, or with something else after their beginning.</summary>
internal static class Damages
{
    public static Arbitrary<byte[]> Of(IReadOnlyList<string> samples)
    {
        var pictures = samples.Select(Sample.Read).ToList();
        var picture = Gen.Choose(0, pictures.Count - 1).Select(index => pictures[index]);
        var place = Gen.Choose(0, 10_000);
        var value = Gen.Elements<byte>(0, 1, 2, 0x7F, 0x80, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF);
        var change = place.SelectMany(_ => value, (at, to) => (at, to));
        var changed = picture.SelectMany(_ => change.ListOf(), Changed);
        var cut = changed.SelectMany(_ => place, (bytes, at) => bytes[..(at % bytes.Length)]);
        var doubled = changed.SelectMany(_ => place, (bytes, at) => (byte[])[.. bytes[..(at % bytes.Length)], .. bytes[(at % bytes.Length / 2)..]]);
        var noise = picture.SelectMany(_ => Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(), (bytes, tail) => (byte[])[.. bytes[..12], .. tail]);
        return Gen.OneOf(changed, cut, doubled, noise).ToArbitrary();
    }

    private static byte[] Changed(byte[] picture, IEnumerable<(int At, byte To)> changes)
    {
        var changed = picture.ToArray();
        foreach (var (at, to) in changes.Take(4))
        {
            changed[at % changed.Length] = to;
        }

        return changed;
    }
}
