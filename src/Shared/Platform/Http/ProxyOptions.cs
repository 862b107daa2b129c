using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace SystemDesign.Platform.Http;

/// <summary>Section <c>ForwardedHeaders</c>.</summary>
internal sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "ForwardedHeaders";

    /// <summary>Addresses of proxies that say who their clients are, such as <c>10.0.0.2</c>.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>Networks of such proxies, such as <c>10.0.0.0/8</c>.</summary>
    public IList<string> KnownNetworks { get; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        KnownProxies.Where(proxy => Address(proxy) is null)
            .Select(proxy => $"Set {Section}:{nameof(KnownProxies)} to addresses such as 10.0.0.2 or fd00::2: '{proxy}' is none.")
            .Concat(KnownNetworks.Where(network => Network(network) is null)
                .Select(network => $"Set {Section}:{nameof(KnownNetworks)} to networks such as 10.0.0.0/8 or fd00::/8: '{network}' is none."))
            .Select(sentence => new ValidationResult(sentence));

    /// <returns>Nothing for what .NET would take for an address, but few people would: 10.1 as 10.0.0.1, 010.0.0.1 as 8.0.0.1.</returns>
    public static IPAddress? Address(string text) =>
        IPAddress.TryParse(text, out var address) && IsAsWritten(address, text)
            ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
            : null;

    /// <returns>Nothing, too, for an address inside a network (10.0.0.2/8): one of the two is a mistake.</returns>
    public static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(Address(text.Split('/')[0])) ? network : null;

    /// <summary>IPv6 can be written in several ways, of which only brackets, with a port behind them, surprise.</summary>
    private static bool IsAsWritten(IPAddress address, string text) =>
        address.AddressFamily is AddressFamily.InterNetwork ? address.ToString() == text : !text.StartsWith('[');
}
