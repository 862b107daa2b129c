using Microsoft.Playwright;
using SystemDesign.Tests.Browser.Support;
using static Microsoft.Playwright.Assertions;

namespace SystemDesign.Tests.Browser.GraphQL;

[Collection(OneBrowser.Name)]
public sealed class LooksTests(Chromium chromium, LibraryServer server)
{
    /// <summary>
    /// The texts whose contrast with what is behind them is below 4.5 to 1 (WCAG 2.2, 1.4.3). What lies under the text areas shows their text; what
    /// cannot be used need not be read.
    /// </summary>
    private const string Faint = """
        () => {
          const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const channels = (colour) => {
            context.clearRect(0, 0, 1, 1);
            context.fillStyle = colour;
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data];
          };
          const luminance = (colour) => channels(colour).slice(0, 3)
            .map((channel) => channel / 255)
            .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
            .reduce((sum, channel, index) => sum + channel * [0.2126, 0.7152, 0.0722][index], 0);
          const behind = (element) => channels(getComputedStyle(element).backgroundColor)[3] === 255
            ? getComputedStyle(element).backgroundColor
            : behind(element.parentElement);
          const contrast = (element) => {
            const [dark, light] = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((one, other) => one - other);
            return (light + 0.05) / (dark + 0.05);
          };
          return [...document.querySelectorAll('body *')]
            .filter((element) => element.checkVisibility() && !element.matches('textarea, option, :disabled'))
            .filter((element) => element.matches('input, select') || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
            .map((element) => [`${element.tagName}.${element.className} "${element.textContent.slice(0, 20)}"`, contrast(element)])
            .filter(([, value]) => value < 4.5)
            .map(([name, value]) => `${name}: ${value.toFixed(2)}`);
        }
        """;

    [ChromiumTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_can_be_read_by_day_and_by_night(ColorScheme scheme)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server, options: new() { ColorScheme = scheme });
        await window.RunAsync("query Q($first: Int!) {\n  # A comment\n  books(first: $first) @include(if: true) { title lender published }\n}", """{ "first": 2, "none": [null, "text"] }""");
        await Expect(window.Errors).ToBeVisibleAsync();
        await window.Type("Book").ClickAsync();

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(Faint));
    }

    [ChromiumTheory]
    [InlineData(400, 800)]
    [InlineData(820, 1100)]
    [InlineData(1440, 900)]
    public async Task Nothing_is_cut_off_at_the_side(int width, int height)
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server, options: new() { ViewportSize = new() { Width = width, Height = height } });

        await window.Page.GetByLabel("Example").SelectOptionAsync("Read, then donate");
        await window.Type("Query").ClickAsync();
        await window.Button("Run").ClickAsync();
        await Expect(window.Status).ToContainTextAsync("200 OK");

        Assert.Equal(width, await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("[...document.querySelectorAll('button, select, input')].filter((control) => control.getBoundingClientRect().right > innerWidth).length"));
    }

    [ChromiumFact]
    public async Task Every_control_has_a_name()
    {
        await using var window = await ExplorerWindow.OpenAsync(chromium, server);
        await Expect(window.Type("Query")).ToBeVisibleAsync();

        Assert.Equal(0, await window.Page.EvaluateAsync<int>("""
            [...document.querySelectorAll('button, select, input, textarea')]
              .filter((control) => !control.ariaLabel && !control.textContent.trim() && !(control.labels?.length > 0)).length
            """));
    }
}
