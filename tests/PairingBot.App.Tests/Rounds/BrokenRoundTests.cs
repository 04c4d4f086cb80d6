using Microsoft.EntityFrameworkCore;
using PairingBot.App.Nudges;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Tests.Rounds;

/// <summary>What breaks in one workspace holds up no other, and is tried again.</summary>
public sealed class BrokenRoundTests
{
    [Fact]
    public async Task A_program_that_breaks_does_not_hold_up_the_others()
    {
        await using var bot = await StartAsync();
        await bot.ExecuteAsync($"UPDATE programs SET cadence = jsonb_build_object('day', 'no day'), next_round_at = next_round_at - interval '1 hour' WHERE installation_id = (SELECT id FROM installations WHERE external_id = 'T1')");
        bot.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await bot.RunAsync<OpenDueRounds>());
        Assert.Equal(1, await bot.RunAsync<IntroduceRounds>());
    }

    [Fact]
    public async Task A_round_that_can_not_be_planned_does_not_hold_up_the_others_and_waits_to_be_mended()
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await bot.RunAsync<OpenDueRounds>());
        await bot.ExecuteAsync(
            $"""
            CREATE TABLE kept AS SELECT rounds.id, snapshot FROM rounds JOIN programs ON programs.id = program_id JOIN installations ON installations.id = installation_id WHERE external_id = 'T1';
            UPDATE rounds SET snapshot = jsonb_build_object('candidates', 7), opened_at = opened_at - interval '1 hour' WHERE id IN (SELECT id FROM kept)
            """);

        Assert.Equal(1, await bot.RunAsync<IntroduceRounds>());
        Assert.Equal(0, await bot.RunAsync<IntroduceRounds>());
        await bot.ExecuteAsync($"UPDATE rounds SET snapshot = kept.snapshot FROM kept WHERE kept.id = rounds.id; DROP TABLE kept");
        Assert.Equal(1, await bot.RunAsync<IntroduceRounds>());
    }

    [Fact]
    public async Task A_nudge_that_breaks_does_not_hold_up_the_others()
    {
        await using var bot = await StartAsync();
        Assert.Equal(2, (await bot.HoldRoundAsync()).Count);
        await bot.ExecuteAsync($"UPDATE people SET profile = jsonb_build_object('workFrom', 'no time') WHERE installation_id = (SELECT id FROM installations WHERE external_id = 'T1')");
        await bot.ExecuteAsync($"UPDATE nudges SET due_at = due_at - interval '1 minute' WHERE pairing_id IN (SELECT pairing_id FROM pairing_members JOIN people ON people.id = person_id JOIN installations ON installations.id = installation_id WHERE installations.external_id = 'T1')");
        bot.Clock.Advance(TimeSpan.FromDays(4));

        Assert.NotEqual(0, await bot.RunAsync<SendDueNudges>());
        Assert.Equal(1, await bot.QueryAsync(db => db.Nudges.Where(nudge => nudge.State == NudgeState.Waiting && nudge.DueAt <= bot.Clock.Now).Select(nudge => nudge.PairingId).Distinct().CountAsync()));
    }

    [Fact]
    public async Task Rounds_and_nudges_of_a_workspace_that_removed_the_bot_stand_still_until_it_returns()
    {
        await using var bot = await StartAsync();
        bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await bot.RunAsync<OpenDueRounds>());
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = now() WHERE external_id = 'T1'");

        Assert.Equal(1, await bot.RunAsync<IntroduceRounds>());
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = NULL");
        Assert.Equal(1, await bot.RunAsync<IntroduceRounds>());
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = now()");
        bot.Clock.Advance(TimeSpan.FromDays(4));

        Assert.Equal(0, await bot.RunAsync<SendDueNudges>());
        await bot.ExecuteAsync($"UPDATE installations SET removed_at = NULL");
        Assert.NotEqual(0, await bot.RunAsync<SendDueNudges>());
    }

    /// <summary>Two workspaces, in each two people who take part.</summary>
    private static async Task<Bot> StartAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var other = Installation.Adopt(new InstallationKey("slack", "T2"), bot.Clock.Now);
        await bot.ChangeAsync(db => db.Installations.Add(other));
        await bot.ChangeAsync(db =>
        {
            db.Attach(other).Entity.PeopleRead(bot.Clock.Now);
            db.Programs.Add(PairingProgram.WeeklyCoffee(other.Id, "Etc/UTC", ["peer", "mentor"], bot.Clock.Now));
            foreach (var who in new[] { "UANA", "UBEN" })
            {
                var person = Person.Meet(other.Id, who);
                person.Listed(RecordingPlatform.Listed(who));
                db.People.Add(person);
            }
        });
        foreach (var who in new[] { "UANA", "UBEN" }) await bot.SayAsync(who, "join", "T2");
        return bot;
    }
}
