using Microsoft.EntityFrameworkCore;
using Npgsql;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Rounds;

/// <summary>Ana is mentor to Ben, Cem and Dev in one round, each in a conversation of its own.</summary>
public sealed class SeveralSeekersTests
{
    private static readonly string[] Mentees = ["UBEN", "UCEM", "UDEV"];

    [Fact]
    public async Task Each_seeker_gets_a_conversation_of_their_own()
    {
        await using var bot = await PairedAsync();
        Assert.Equal(["UANA+UBEN", "UANA+UCEM", "UANA+UDEV"], bot.Platform.Opened.Where(conversation => conversation.Contains('+')).Order());
        Assert.Equal(3, bot.Platform.Updates.Count(update => update.Message.Key == "introduction"));
        Assert.Equal((1, 0), (await bot.QueryAsync(db => db.Participants.Select(row => row.LastPairedRound).Distinct().SingleAsync()), await bot.QueryAsync(db => db.SitOuts.CountAsync())));
    }

    [Fact]
    public async Task The_mentor_does_not_organize_all_even_if_the_mentees_have_done_so_often()
    {
        await using var bot = await PairedAsync();
        var ana = await IdAsync(bot, "UANA");
        await bot.ExecuteAsync($"UPDATE pairings SET organizer_id = (SELECT person_id FROM pairing_members WHERE pairing_id = id AND person_id <> {ana})");
        await HoldAsync(bot, Mentees.Select(Mentoring));
        var organizers = (await bot.QueryAsync(db => db.Pairings.Where(pairing => db.Rounds.Any(round => round.Id == pairing.RoundId && round.Number == 2)).ToListAsync())).Select(pairing => pairing.OrganizerId);
        Assert.Single(organizers, organizer => organizer == ana);
    }

    [Fact]
    public async Task Home_and_why_list_each()
    {
        await using var bot = await PairedAsync();
        await bot.AnswerAsync("UCEM", new SayMet(await ArgumentAsync(bot, "UCEM")));

        var home = Said(await bot.AnswerAsync("UANA", new ShowHome()));
        Assert.Contains("UBEN of the House as mentee: find a time", home, StringComparison.Ordinal);
        Assert.Contains("UCEM of the House as mentee: you have met", home, StringComparison.Ordinal);
        Assert.Contains("UDEV of the House as mentee: find a time", home, StringComparison.Ordinal);

        var why = Said(await bot.SayAsync("UANA", "why"));
        Assert.All(Mentees, mentee => Assert.Contains($"Because of {mentee}.", why, StringComparison.Ordinal));
        var cems = Said(await bot.SayAsync("UCEM", "why"));
        Assert.Contains("Your match is UANA of the House as mentor.", cems, StringComparison.Ordinal);
        Assert.DoesNotContain("Because of UBEN.", cems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_moves_its_own_conversation_alone()
    {
        await using var bot = await PairedAsync();
        await bot.AnswerAsync("UANA", new SayMet(await ArgumentAsync(bot, "UBEN")));
        await bot.AnswerAsync("UANA", new SayTimeFound(await ArgumentAsync(bot, "UDEV")));
        await bot.SendAsync();

        Assert.Equal([PairingState.Met, PairingState.Introduced, PairingState.TimeFound], await Task.WhenAll(Mentees.Select(mentee => StateAsync(bot, mentee))));
        Assert.Equal(["introduction-opener", "met"], bot.Platform.Keys("UANA+UBEN"));
        Assert.Equal(["introduction-opener"], bot.Platform.Keys("UANA+UCEM"));
        Assert.Equal("not-yours", Assert.IsType<Say>(await bot.AnswerAsync("UCEM", new SayMet(await ArgumentAsync(bot, "UDEV")))).Message.Key);
    }

    [Fact]
    public async Task Each_conversation_has_nudges_of_its_own()
    {
        await using var bot = await PairedAsync();
        await bot.AnswerAsync("UANA", new SayMet(await ArgumentAsync(bot, "UBEN")));
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        await bot.NudgeAsync(TimeSpan.FromDays(2));

        Assert.Equal(["introduction-opener", "met"], bot.Platform.Keys("UANA+UBEN"));
        Assert.Equal(["introduction-opener", "find-a-time", "did-you-meet"], bot.Platform.Keys("UANA+UCEM"));
        Assert.Equal(["introduction-opener", "find-a-time", "did-you-meet"], bot.Platform.Keys("UANA+UDEV"));
    }

    [Fact]
    public async Task The_mentor_looks_back_on_each_apart()
    {
        await using var bot = await PairedAsync();
        foreach (var mentee in Mentees)
        {
            await bot.AnswerAsync(mentee, new SayMet(await ArgumentAsync(bot, mentee)));
            await bot.AnswerAsync("UANA", new SaveReflection(await ArgumentAsync(bot, mentee), Forms.Filled(("takeaway", $"From {mentee}"), ("given", "A road"), ("action", $"When {mentee} writes, I answer"))));
        }

        await bot.NudgeAsync(TimeSpan.FromDays(7));
        await bot.AnswerAsync("UANA", new SayActionOutcome(await ArgumentAsync(bot, "UCEM"), "done"));

        Assert.Equal(3, bot.Platform.Keys("UANA").Count(key => key == "reflection-prompt"));
        Assert.Equal(3, bot.Platform.Keys("UANA").Count(key => key == "action-check"));
        foreach (var mentee in Mentees)
        {
            var form = Assert.IsType<OpenForm>(await bot.AnswerAsync("UANA", new OpenReflection(await ArgumentAsync(bot, mentee)))).Form;
            Assert.Equal($"From {mentee}", form.Pieces.OfType<TextField>().First().Value);
        }

        var done = Assert.Single(await bot.QueryAsync(db => db.Reflections.Where(row => row.Outcome == ActionOutcome.Done).ToListAsync()));
        Assert.Equal(await ArgumentAsync(bot, "UCEM"), done.PairingId.ToString("N"));
    }

    [Fact]
    public async Task The_channel_hears_how_many_people_they_are()
    {
        await using var bot = await Bot.StartJoinedAsync(["UANA", .. Mentees]);
        await bot.ExecuteAsync($"UPDATE programs SET announce_in = 'C1'");
        await HoldAsync(bot, Mentees.Select(Mentoring));
        var said = bot.Platform.Posts.Single(post => post.Message.Key == "announcement").Message;
        Assert.Contains("4 people, 3 conversations", Said(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_snapshot_knows_who_met_whom_and_who_gave_how_much()
    {
        await using var bot = await PairedAsync();
        await OpenAsync(bot);
        var snapshot = (await bot.QueryAsync(db => db.Rounds.SingleAsync(round => round.Number == 2))).Snapshot;
        var ana = await IdAsync(bot, "UANA");
        Assert.Equal(3, snapshot.History.Count);
        Assert.All(snapshot.History, met => Assert.True(met.One == ana || met.Other == ana)); // the mentees have not met each other
        Assert.Equal([(1, 3)], snapshot.Candidates.Where(who => who.PersonId == ana).Select(who => (who.RoundsSincePaired!.Value, who.GivenLately)));
        Assert.All(snapshot.Candidates.Where(who => who.PersonId != ana), who => Assert.Equal((1, 0), (who.RoundsSincePaired, who.GivenLately)));
        Assert.All(snapshot.Candidates, who => Assert.Equal(who.PersonId == ana ? [] : [new HadRelationship("mentor", 1)], who.Had)); // to give is not to have
    }

    [Fact]
    public async Task Giving_counts_for_eight_rounds()
    {
        await using var bot = await PairedAsync();
        foreach (var (number, given) in new[] { (9, 3), (10, 0) })
        {
            await bot.ExecuteAsync($"UPDATE programs SET last_round_number = {number - 1}");
            await OpenAsync(bot);
            var snapshot = (await bot.QueryAsync(db => db.Rounds.SingleAsync(round => round.Number == number))).Snapshot;
            Assert.Equal(given, snapshot.Candidates.Max(who => who.GivenLately));
        }
    }

    [Fact]
    public async Task What_somebody_is_ready_for_stands_in_the_snapshot()
    {
        await using var bot = await Bot.StartJoinedAsync("UANA", "UBEN");
        var form = Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "settings")).Form;
        await bot.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("offers", "mentor").With("capacity", "3").With("rhythm", "2")));
        await OpenAsync(bot);
        var candidates = (await bot.QueryAsync(db => db.Rounds.SingleAsync())).Snapshot.Candidates;
        Assert.Equal([(1, 1, null), (3, 2, null)], candidates.Select(who => (who.Capacity, who.EveryRounds, who.RoundsSincePaired)).Order());
    }

    [Theory]
    [InlineData("mentor", "mentee", "mentor", "mentee")] // a mentee of two
    [InlineData("peer", "peer", "peer", "peer")]
    [InlineData("mentor", "mentee", "peer", "peer")]
    public async Task The_database_holds_everybody_to_one_pairing_in_which_they_do_not_give(string one, string asOne, string other, string asOther)
    {
        await using var bot = await Bot.StartJoinedAsync(["UANA", .. Mentees]);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => HoldAsync(bot, [new HandMade(one, ("UBEN", asOne), ("UANA", one)), new HandMade(other, ("UBEN", asOther), ("UCEM", other))]));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task A_mentee_here_may_be_a_coach_there()
    {
        await using var bot = await Bot.StartJoinedAsync(["UANA", .. Mentees]);
        await HoldAsync(bot, [new HandMade("coach", ("UCEM", "coachee"), ("UBEN", "coach")), new HandMade("mentor", ("UBEN", "mentee"), ("UANA", "mentor"))]);
        var why = Said(await bot.SayAsync("UBEN", "why"));
        Assert.True(why.IndexOf("UANA of the House as mentor", StringComparison.Ordinal) < why.IndexOf("UCEM of the House as coachee", StringComparison.Ordinal), why); // what one seeks comes first
    }

    private static async Task<Bot> PairedAsync()
    {
        var bot = await Bot.StartJoinedAsync(["UANA", .. Mentees]);
        await HoldAsync(bot, Mentees.Select(Mentoring));
        return bot;
    }

    private static HandMade Mentoring(string mentee) => new("mentor", (mentee, "mentee"), ("UANA", "mentor"));

    /// <summary>A round of this plan instead of the matchmaker's.</summary>
    private static async Task HoldAsync(Bot bot, params IEnumerable<HandMade> pairings)
    {
        await OpenAsync(bot);
        var ids = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.ExternalId, person => person.Id));
        await bot.IntroduceAsync(new PairingPlan([.. pairings.Select(made => made.Planned(ids))], [], new PlanProof(0, 0, true)));
        await bot.SendAsync();
    }

    private static async Task OpenAsync(Bot bot)
    {
        await bot.AnswerAsync("UANA", new RunRoundNow());
        Assert.Equal(1, await bot.RunAsync<OpenDueRounds>());
    }

    private static Task<Guid> IdAsync(Bot bot, string who) => bot.QueryAsync(db => db.People.Where(person => person.ExternalId == who).Select(person => person.Id).SingleAsync());

    private static async Task<Pairing> WithAsync(Bot bot, string mentee)
    {
        var id = await IdAsync(bot, mentee);
        return await bot.QueryAsync(db => db.Pairings.SingleAsync(pairing => pairing.Members.Any(member => member.PersonId == id)));
    }

    private static async Task<PairingState> StateAsync(Bot bot, string mentee) => (await WithAsync(bot, mentee)).State;

    private static async Task<string> ArgumentAsync(Bot bot, string mentee) => Introduction.Argument(await WithAsync(bot, mentee));

    private static string Said(Reply reply) => Said(Assert.IsType<Say>(reply).Message);

    private static string Said(ChatMessage message) => string.Join('\n', message.Pieces.Select(piece => piece switch
    {
        Paragraph paragraph => paragraph.Text.ReadAloud(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => item.ReadAloud())),
        _ => "",
    }));

    private sealed record HandMade(string Type, params (string Who, string Role)[] Members)
    {
        public PlannedPairing Planned(Dictionary<string, Guid> ids) =>
            new(Type, [.. Members.Select(member => new PlannedMember(ids[member.Who], member.Role))], [$"Because of {Members[0].Who}."], 0);
    }
}
