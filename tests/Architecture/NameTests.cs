using SystemDesign.Tests.Architecture.Rules;
using SystemDesign.Tests.Architecture.Rules.Names;

namespace SystemDesign.Tests.Architecture;

public sealed class NameTests
{
    [Theory, EachModule(AndShared = true)]
    public void Names_say_what_types_do(string assembly) => Verdict.Holds(new NamesSayWhatTypesDo(), assembly);

    [Fact]
    public void Empty_words_are_reported() => Verdict.Reports(
        new NamesSayWhatTypesDo(),
        "Names",
        "IOrderService ends with Service",
        "OrderBase ends with Base",
        "OrderHelper ends with Helper",
        "OrderImpl`1 ends with Impl",
        "OrderManager ends with Manager");

    [Theory, EachModule(AndShared = true)]
    public void No_repository_is_generic(string assembly) => Verdict.Holds(new NoRepositoryIsGeneric(), assembly);

    [Fact]
    public void A_generic_repository_is_reported() => Verdict.Reports(
        new NoRepositoryIsGeneric(),
        "Names",
        "EfRepositoryOf`1 is a generic repository",
        "IRepository`1 is a generic repository");

    [Theory, EachModule(AndShared = true)]
    public void Namespace_equals_folder(string assembly) => Verdict.Holds(new NamespaceEqualsFolder(), assembly);

    [Fact]
    public void A_namespace_that_is_not_the_folder_is_reported() => Verdict.Reports(
        new NamespaceEqualsFolder(),
        "Names",
        "IMisplaced is in the folder of Folder",
        "Misplaced is in the folder of Folder",
        "MisplacedKind is in the folder of Folder");
}
