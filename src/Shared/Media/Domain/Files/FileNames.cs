using FluentValidation;

namespace SystemDesign.Media.Domain.Files;

/// <summary>What a client calls a file. It is only ever shown to its owner: no path is made of it.</summary>
internal static class FileNames
{
    public const int MaximumLength = 255;

    public static void FileName<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(MaximumLength)
        .Must(name => name?.Any(char.IsControl) is not true).WithMessage("A file's name has no control characters.");
}
