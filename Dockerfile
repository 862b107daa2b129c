# What restore reads and nothing else: the stage below takes these files by content, so that packages are fetched anew
# only when a project or a version changes, and a new project needs no line here.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS projects
WORKDIR /source
COPY . .
RUN find . -type f \
      ! -name '*.csproj' ! -name '*.props' ! -name '*.targets' ! -name packages.lock.json ! -name global.json -delete \
    && find . -type d -empty -delete

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY --from=projects /source/ ./
RUN dotnet restore src/Host/SystemDesign.Host.csproj
COPY . .
RUN dotnet publish src/Host/SystemDesign.Host.csproj --no-restore --configuration Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
# A new volume takes its owner from the folder that it is mounted on.
RUN install --directory --owner=app --group=app /data
VOLUME /data
ENV Data__Path=/data ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
USER $APP_UID
# The probe itself gives up after 5 s; the rest is for its process to start on a busy machine.
HEALTHCHECK --interval=30s --timeout=15s --start-period=60s --retries=3 CMD ["dotnet", "SystemDesign.Host.dll", "health"]
ENTRYPOINT ["dotnet", "SystemDesign.Host.dll"]
