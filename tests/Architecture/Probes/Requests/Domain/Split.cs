using SystemDesign.Kernel.Messages;

namespace SystemDesign.Tests.Architecture.Probes.Requests.Domain;

internal sealed partial record Split : ICommand<string>;
