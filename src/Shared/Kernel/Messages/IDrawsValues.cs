namespace SystemDesign.Kernel.Messages;

/// <summary>
/// A command that may draw a value which must be unique, such as a code. If the database says that the value is taken,
/// the command runs again and draws another; a value that the client chose is a conflict instead.
/// </summary>
public interface IDrawsValues
{
    /// <summary>Whether it is this command, and not its client, that chooses the value.</summary>
    bool Draws { get; }
}
