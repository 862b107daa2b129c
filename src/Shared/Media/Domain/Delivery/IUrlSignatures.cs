namespace SystemDesign.Media.Domain.Delivery;

/// <summary>Signatures that any instance makes and every other believes.</summary>
internal interface IUrlSignatures
{
    /// <param name="objectName">What may be read.</param>
    /// <param name="expires">Until when: seconds since 1970, UTC.</param>
    /// <returns>Fit for an address; the same each time.</returns>
    string Sign(string objectName, long expires);

    /// <summary>Whether it was made for just this; not whether it has expired.</summary>
    bool IsGood(string objectName, long expires, string signature);
}
