// Cecil reads lazily and is not made for several threads.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
