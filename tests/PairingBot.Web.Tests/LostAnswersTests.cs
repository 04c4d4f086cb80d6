using System.Text.Json;
using PairingBot.Web.Tests.Town;

namespace PairingBot.Web.Tests;

/// <summary>Of every twenty calls, one is carried out and its answer never comes.</summary>
public sealed class LostAnswersTests
{
    [Fact]
    public async Task No_pair_finds_two_introductions_and_no_reminder_comes_twice()
    {
        await using var town = await DemoTown.OpenAsync();
        var gaps = new Random(20261121);
        for (var lost = 0; lost < 100; lost++)
        {
            await town.FaultAsync("*", "pass", times: gaps.Next(9, 30));
            await town.FaultAsync("*", lost % 5 == 0 ? "stalled-answer" : "lost-answer");
        }

        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("PT0S");
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now() + interval '8 days'");
        await town.AdvanceAsync("P1W", step: "PT3H"); // both reminders
        await town.ExecuteAsync("UPDATE programs SET next_round_at = now()");
        await town.AdvanceAsync("P1D", step: "PT3H");
        await town.UntilAsync(async () => await town.CountAsync("outbox WHERE state = 'Waiting'") == 0, "the outbox is empty");
        await town.ForgetFaultsAsync();

        var groups = PostedIntroductions.Groups(await town.StateAsync()).ToList();
        Assert.Equal(await town.CountAsync($"pairings WHERE {PostedIntroductions.AreIntroduced}"), groups.Sum(group => PostedIntroductions.Messages(group).Count(PostedIntroductions.IsIntroduction)));
        Assert.Equal(await town.CountAsync("outbox WHERE once LIKE 'introduction:%'"), await town.CountAsync("outbox WHERE once LIKE 'introduction:%' AND state = 'Sent'"));
        foreach (var group in groups)
        {
            var rounds = PostedIntroductions.Messages(group).Count(PostedIntroductions.IsIntroduction);
            foreach (var reminder in new[] { "Have you found a time", "Did you meet" })
                Assert.InRange(PostedIntroductions.Messages(group).Count(message => PostedIntroductions.Text(message).StartsWith(reminder, StringComparison.Ordinal)), 0, rounds);
        }

        var played = (await town.Slack.GetStringAsync("playground/calls")).Split("\"lost-answer\"").Length - 1;
        Assert.InRange(played, 3, int.MaxValue);
        Assert.Equal(0, await town.CountAsync("outbox WHERE state = 'Gone'"));
    }
}
