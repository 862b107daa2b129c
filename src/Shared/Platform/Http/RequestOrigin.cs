using Microsoft.AspNetCore.Http;
using SystemDesign.Kernel.Requests;

namespace SystemDesign.Platform.Http;

internal sealed class RequestOrigin(IHttpContextAccessor http) : IRequestOrigin
{
    public string Value => http.HttpContext is { Request: var request }
        ? $"{request.Scheme}://{request.Host}"
        : throw new InvalidOperationException("There is no request here whose origin could be told.");
}
