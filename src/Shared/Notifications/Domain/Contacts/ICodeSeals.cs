namespace SystemDesign.Notifications.Domain.Contacts;

/// <summary>Keeps a code from who reads the database, between its drawing and its sending.</summary>
internal interface ICodeSeals
{
    string Seal(string code);

    /// <returns>Nothing if it cannot be read any more.</returns>
    string? Open(string seal);
}
