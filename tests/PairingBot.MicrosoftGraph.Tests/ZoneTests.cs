using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;

namespace PairingBot.MicrosoftGraph.Tests;

public sealed class ZoneTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Call = "GET /users/ana@contoso.example/mailboxSettings";

    public Task InitializeAsync() => town.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("India Standard Time", "Asia/Calcutta")]
    [InlineData("Europe/Lisbon", "Europe/Lisbon")]
    [InlineData("UTC", "UTC")]
    [InlineData("tzone://Microsoft/Custom", null)]
    [InlineData("Customized Time Zone", null)]
    [InlineData("../../etc/passwd", null)]
    [InlineData("\0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task Zones_of_Windows_are_told_by_their_other_name_and_unknown_ones_are_none(string? told, string? zone)
    {
        await using var host = town.Host();
        await SettleAsync("ana@contoso.example", told);
        var zones = (await AskAsync(host, "ana@contoso.example")).Value!;
        Assert.Equal(zone, zones.GetValueOrDefault("ana@contoso.example"));
    }

    [Fact]
    public async Task Twenty_are_asked_in_one_request_and_whoever_has_no_mailbox_is_missing()
    {
        await using var host = town.Host();
        var people = Enumerable.Range(1, 20).Select(number => $"p{number}@contoso.example").ToArray();
        foreach (var person in people.Skip(1)) await SettleAsync(person, person == people[5] ? "Tokyo Standard Time" : "Eastern Standard Time");
        var zones = (await AskAsync(host, people)).Value!;
        Assert.Equal((19, "Asia/Tokyo", "America/New_York"), (zones.Count, zones[people[5]], zones[people[19]]));
        Assert.Single(await town.CallsAsync("POST /$batch"));
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_said_also_where_only_the_inner_answers_tell()
    {
        await using var host = town.Host();
        await town.FailAsync("POST /$batch", 403);
        Assert.Equal(new Gone(GoneScope.Permission, "MailboxSettings.Read"), (await AskAsync(host, "ana@contoso.example")).Failure);
        await town.FailAsync(Call, 403, "ErrorAccessDenied");
        Assert.Equal(new Gone(GoneScope.Permission, "MailboxSettings.Read"), (await AskAsync(host, "ben@contoso.example", "ana@contoso.example")).Failure);
    }

    [Fact]
    public async Task One_that_asks_for_rest_is_waited_for_and_then_asked_again()
    {
        await using var host = town.Host();
        await town.FailAsync(Call, 429, "ApplicationThrottled", retryAfter: 7);
        Assert.Equal(new RetryAfter(TimeSpan.FromSeconds(7)), (await AskAsync(host, "ana@contoso.example", "ben@contoso.example")).Failure);
        Assert.IsType<RetryAfter>((await AskAsync(host, "ben@contoso.example")).Failure); // Outlook rests as a whole
        Assert.Single(await town.CallsAsync("POST /$batch"));
    }

    private Task SettleAsync(string id, string? zone) => town.Http.PostAsJsonAsync($"{town.Base}/graph/town/mailboxes", new { id, zone });

    private static Task<DirectoryResult<IReadOnlyDictionary<string, string>>> AskAsync(ServiceProvider host, params string[] people) =>
        host.GetRequiredService<ICalendars>().ZonesAsync(Town.Installation, people, CancellationToken.None);
}
