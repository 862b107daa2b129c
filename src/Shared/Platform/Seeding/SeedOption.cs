using System.Globalization;

namespace SystemDesign.Platform.Seeding;

/// <summary>A number that whoever seeds can choose.</summary>
/// <param name="Name">Kebab case, without the hyphens before it.</param>
/// <param name="Default">Where it is not given.</param>
/// <param name="Least">Allowed.</param>
/// <param name="Most">Allowed.</param>
/// <param name="Meaning">For people; no sentence.</param>
public sealed record SeedOption(string Name, long Default, long Least, long Most, string Meaning)
{
    internal string Flag => $"--{Name}";

    internal string Range => string.Create(CultureInfo.InvariantCulture, $"{Least:N0} to {Most:N0}");
}
