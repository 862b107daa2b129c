using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using StackExchange.Redis;

namespace SystemDesign.Platform.Redis;

/// <summary>What instances share beside the database, so that it is quick: section <c>Redis</c>.</summary>
internal sealed class RedisOptions : IValidatableObject
{
    public const string Section = "Redis";

    /// <summary>The server, as StackExchange.Redis writes it: <c>localhost:6379</c>, <c>host:6380,password=secret,ssl=true</c>. Nothing: there is none.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>What keys and channels begin with, so that several products can share a server.</summary>
    [Required(ErrorMessage = $"Set {Section}:{nameof(Prefix)} to what keys shall begin with, or leave it out.")]
    public string Prefix { get; set; } = "system-design:";

    public static bool IsOn(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration[$"{Section}:{nameof(ConnectionString)}"]);

    /// <summary>
    /// The process starts and goes on without the server, and comes back to it by itself: that is ours to say, whatever
    /// the connection string says of it.
    /// </summary>
    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public ConfigurationOptions Parse()
    {
        var parsed = ConfigurationOptions.Parse(ConnectionString);
        parsed.AbortOnConnectFail = false;
        parsed.ClientName ??= "system-design";
        return parsed.EndPoints.Count > 0 ? parsed : throw new ArgumentException("it names no server");
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(ConnectionString) && FaultOf() is { } fault)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(ConnectionString)} cannot be used ({fault}): set it to something like localhost:6379, or redis.example.org:6380,password=secret,ssl=true.");
        }
    }

    private string? FaultOf()
    {
        try
        {
            Parse();
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return exception.Message.TrimEnd('.');
        }
    }
}
