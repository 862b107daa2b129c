namespace SystemDesign.Kernel.Identity;

/// <summary>The roles that an account can have.</summary>
public static class Roles
{
    /// <summary>Everyone who registers.</summary>
    public const string User = "user";

    /// <summary>Who runs the product: sees what is behind it, and settles reports.</summary>
    public const string Operator = "operator";
}
