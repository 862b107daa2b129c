using System.Reflection;
using System.Text.RegularExpressions;
using SystemDesign.Tests.Integration.Support;

namespace SystemDesign.Tests.Integration.Startup;

/// <summary>What operators read about settings is what the code has.</summary>
public sealed partial class SettingsTests
{
    private const string Any = "{}";

    [Fact]
    public void The_table_has_every_setting_and_no_other()
    {
        var sections = Sections().Select(section => section.Name).ToHashSet(StringComparer.Ordinal);
        var written = Rows().Matches(Document.Read("running.md"))
            .Select(row => Placeholder().Replace(row.Groups[1].Value, Any))
            .Where(setting => sections.Contains(setting.Split(':')[0]))
            .ToList();

        Assert.NotEmpty(sections);
        Assert.Equal(Settings().Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_containers_are_given_are_settings()
    {
        var sections = Sections().Select(section => section.Name).ToHashSet(StringComparer.Ordinal);
        var patterns = Settings().Select(setting => $"^{Regex.Escape(setting).Replace(Regex.Escape(Any), "[^:]+", StringComparison.Ordinal)}$").ToList();
        var given = Variables().Matches(Document.Read("compose.instances.yaml"))
            .Select(variable => variable.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal))
            .Where(setting => sections.Contains(setting.Split(':')[0]))
            .ToList();

        Assert.NotEmpty(given);
        Assert.All(given, setting => Assert.Contains(patterns, pattern => Regex.IsMatch(setting, pattern)));
    }

    /// <summary>The classes that say which section is theirs.</summary>
    private static IEnumerable<(string Name, Type Options)> Sections() =>
        from file in Directory.EnumerateFiles(AppContext.BaseDirectory, "SystemDesign.*.dll")
        where !Path.GetFileName(file).StartsWith("SystemDesign.Tests.", StringComparison.Ordinal)
        from type in Assembly.LoadFrom(file).GetTypes()
        where type.Name.EndsWith("Options", StringComparison.Ordinal)
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.NonPublic)
        where section is { IsLiteral: true }
        select ((string)section.GetRawConstantValue()!, type);

    private static IEnumerable<string> Settings() => Sections().SelectMany(section => Below(section.Name, section.Options, canBeSet: true));

    /// <param name="path">Where it stands.</param>
    /// <param name="type">What it is.</param>
    /// <param name="canBeSet">Whether a value of its own can be; else only what is in it.</param>
    private static IEnumerable<string> Below(string path, Type type, bool canBeSet)
    {
        if (ElementOf(type) is { } element)
        {
            return Below($"{path}:{Any}", element, canBeSet: true);
        }

        if (type.Namespace?.StartsWith("SystemDesign", StringComparison.Ordinal) is true && !type.IsEnum)
        {
            return type.GetProperties().SelectMany(property => Below($"{path}:{property.Name}", property.PropertyType, property.CanWrite));
        }

        return canBeSet ? [path] : [];
    }

    /// <returns>Of a list or of a dictionary, which have one setting for each of what is in them.</returns>
    private static Type? ElementOf(Type type)
    {
        var collection = type.GetInterfaces().Append(type).FirstOrDefault(one =>
            one.IsGenericType && one.GetGenericTypeDefinition() is var kind && (kind == typeof(IDictionary<,>) || kind == typeof(IList<>)));
        return collection?.GetGenericArguments()[^1];
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\s+(\w+__\w+): ", RegexOptions.Multiline)]
    private static partial Regex Variables();
}
