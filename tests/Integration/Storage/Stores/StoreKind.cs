namespace SystemDesign.Tests.Integration.Storage.Stores;

/// <summary>Public, since a test's data are.</summary>
public enum StoreKind
{
    Files,
    S3,
}
