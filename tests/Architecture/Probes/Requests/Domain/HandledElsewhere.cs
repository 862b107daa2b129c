using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed record HandledElsewhere : IQuery<string>;
