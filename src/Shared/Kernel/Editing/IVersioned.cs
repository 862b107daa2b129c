namespace SystemDesign.Kernel.Editing;

/// <summary>
/// A representation that says which one it is, so that clients can ask whether theirs is still current and change only
/// what they have seen. Over HTTP it travels as a strong entity tag (RFC 9110, section 8.8.3).
/// </summary>
public interface IVersioned
{
    /// <summary>
    /// Another one after every change, and never one that was there before, not even for something deleted and made anew
    /// under the same address. Letters, digits and hyphens.
    /// </summary>
    string Version { get; }
}
