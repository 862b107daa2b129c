using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace SystemDesign.Tests.Architecture.Probes.Frameworks;

internal sealed class Request : IRequest
{
    public static Type Context() => typeof(HttpContext);

    public static Type Database() => typeof(DbContext);
}
