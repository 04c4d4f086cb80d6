using System.Net.Http.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>The program's channel from the outside: signed events in, messages out.</summary>
public sealed class ChannelEventsTests
{
    private const string Coffee = "C02COFFEE0", Design = "C04DESIGN0", Omar = "U08OMAR000", Rafael = "U25RAFAEL0";

    [Fact]
    public async Task Whoever_comes_into_the_channel_is_invited_and_a_guest_is_not()
    {
        await using var town = await DemoTown.OpenAsync();
        await town.ExecuteAsync("DELETE FROM participants WHERE person_id = (SELECT id FROM people WHERE external_id = 'U08OMAR000')");
        await town.ExecuteAsync($"UPDATE programs SET announce_in = '{Coffee}', channel_joining = 'Invites', greeted_in = '{Coffee}'");

        foreach (var who in new[] { Rafael, Omar }) await WalkAsync(town, who, Coffee, joined: true);
        await town.UntilAsync(async () => await SaidToAsync(town, Omar, "Would you like to be part of"), "Omar is invited");
        await WalkAsync(town, Omar, Coffee, joined: false);
        await WalkAsync(town, Omar, Coffee, joined: true);
        await town.UntilAsync(async () => await town.CountAsync("inbox WHERE done_at IS NULL") == 0 && await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "all is read and sent");

        Assert.Equal(1, await town.CountAsync("outbox WHERE address = 'U08OMAR000' AND lane LIKE 'people:%'"));
        Assert.Equal(0, await town.CountAsync("outbox WHERE address = 'U25RAFAEL0'"));
    }

    [Fact]
    public async Task A_bot_that_is_not_in_the_channel_says_so_to_the_organizer_and_greets_when_it_is_invited()
    {
        await using var town = await DemoTown.OpenAsync();
        await town.ExecuteAsync($"UPDATE programs SET announce_in = '{Design}', channel_joining = 'Invites'");
        await town.AdvanceAsync("P1W", step: "PT3H"); // a round is announced there
        await town.UntilAsync(async () => await SaidToAsync(town, "U01ADA0000", "/invite @PairingBot"), "Ada is told what to do");

        await WalkAsync(town, "U99PAIRING", Design, joined: true);
        await town.UntilAsync(async () => await SaidInAsync(town, Design, "lives here from now on"), "the channel is greeted");
    }

    private static async Task WalkAsync(DemoTown town, string person, string channel, bool joined) =>
        Assert.True((await town.Slack.PostAsJsonAsync("playground/channels", new { channel, @as = person, joined })).IsSuccessStatusCode);

    private static Task<bool> SaidToAsync(DemoTown town, string person, string words) => SaidInAsync(town, "D" + person[1..], words);

    private static async Task<bool> SaidInAsync(DemoTown town, string place, string words) => (await town.StateAsync()).GetProperty("conversations").EnumerateArray()
        .Where(conversation => conversation.GetProperty("id").GetString() == place).SelectMany(PostedIntroductions.Messages).Any(message => PostedIntroductions.Text(message).Contains(words, StringComparison.Ordinal));
}
