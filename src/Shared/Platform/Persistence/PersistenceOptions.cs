using System.ComponentModel.DataAnnotations;

namespace SystemDesign.Platform.Persistence;

/// <summary>Which database carries the modules: section <c>Persistence</c>.</summary>
internal sealed class PersistenceOptions : IValidatableObject
{
    public const string Section = "Persistence";

    /// <summary>SQLite files in the data folder, or a PostgreSQL server that several instances share.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>For PostgreSQL, in Npgsql's form: <c>Host=...;Database=...;Username=...;Password=...</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Whether each SQLite file is read through at start, so that damage is found then and not by a user. Costs about
    /// a second per gigabyte.
    /// </summary>
    public bool VerifyAtStart { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider is DatabaseProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult(
                $"Set {Section}:{nameof(ConnectionString)} to the PostgreSQL server, for instance Host=localhost;Database=systemdesign;Username=me;Password=secret.");
        }
    }
}
