namespace SystemDesign.Tests.Unit.Platform.Storage;

internal sealed class DeathException() : Exception("The process is dead.");
