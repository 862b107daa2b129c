namespace SystemDesign.Tests.Architecture.Probes.Names;

internal interface IRepository<T>;

internal sealed class EfRepositoryOf<T>;

internal sealed class KeyRepository;
