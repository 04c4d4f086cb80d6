using Microsoft.EntityFrameworkCore;
using PairingBot.App.Conversations;
using PairingBot.App.Organizations;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;
using static PairingBot.App.Tests.Organizations.TwoSides;

namespace PairingBot.App.Tests.Organizations;

/// <summary>Two sides become one organization by a code from each, and are apart again.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_code_from_each_side_joins_them_and_both_sides_organizers_are_told()
    {
        await using var sides = await StartAsync("UANA", "TANA");
        var first = Code(await sides.SayAsync("UANA", "connect"));
        var second = Code(await sides.SayAsync("TANA", $"connect {first}"));
        Assert.Null(await HomeOfTeamsAsync(sides));

        Assert.Equal("connected-home", Key(await sides.SayAsync("UANA", $"connect {second}")));

        await sides.Bot.SendAsync();
        Assert.Equal((await sides.PersonAsync("UANA")).InstallationId, await HomeOfTeamsAsync(sides));
        Assert.Contains("connected-joined", sides.Read("TANA").Select(message => message.Key));
        Assert.Empty(await sides.Bot.QueryAsync(db => db.ConnectionCodes.ToListAsync()));
    }

    [Theory]
    [InlineData("UBEN", "connect")]
    [InlineData("UBEN", "connect ABCD-EFGH-JKMN")]
    [InlineData("UBEN", "disconnect")]
    public async Task It_is_for_organizers_only(string who, string typed)
    {
        await using var sides = await StartAsync("UANA", "UBEN", "TANA");
        Assert.Equal("connect-only-for-organizers", Key(await sides.SayAsync(who, typed)));
        Assert.Empty(await sides.Bot.QueryAsync(db => db.ConnectionCodes.ToListAsync()));
    }

    [Fact]
    public async Task A_code_may_be_typed_in_any_way_and_is_kept_as_a_hash_only()
    {
        await using var sides = await StartAsync("UANA", "TANA");
        var code = Code(await sides.SayAsync("UANA", "connect"));
        var kept = await sides.Bot.QueryAsync(db => db.ConnectionCodes.SingleAsync());
        Assert.Equal(32, kept.Hash.Length);

        var typed = "connect  " + code.ToLowerInvariant().Replace('-', '–').Replace("–", " – ", StringComparison.Ordinal);

        Assert.Equal("connect-second-code", Key(await sides.SayAsync("TANA", typed)));
    }

    [Fact]
    public async Task A_code_is_good_once_for_an_hour_for_the_side_it_was_meant_for_and_until_there_is_a_newer_one()
    {
        await using var sides = await StartAsync("UANA", "TANA");
        var old = Code(await sides.SayAsync("UANA", "connect"));
        var first = Code(await sides.SayAsync("UANA", "connect"));
        Assert.Equal("connect-own-code", Key(await sides.SayAsync("UANA", $"connect {first}")));
        Assert.Equal("connect-wrong-code", Key(await sides.SayAsync("TANA", $"connect {old}")));
        var second = Code(await sides.SayAsync("TANA", $"connect {first}"));
        Assert.Equal("connect-wrong-code", Key(await sides.SayAsync("TANA", $"connect {first}")));
        Assert.Equal("connect-own-code", Key(await sides.SayAsync("TANA", $"connect {second}")));

        sides.Bot.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("connect-wrong-code", Key(await sides.SayAsync("UANA", $"connect {second}")));
        Assert.Null(await HomeOfTeamsAsync(sides));
    }

    [Fact]
    public async Task After_five_wrong_codes_none_is_looked_at_for_an_hour_not_even_the_right_one()
    {
        await using var sides = await StartAsync("UANA", "TANA");
        var code = Code(await sides.SayAsync("UANA", "connect"));
        foreach (var _ in Enumerable.Range(0, 5)) Assert.Equal("connect-wrong-code", Key(await sides.SayAsync("TANA", "connect ABCD-EFGH-JKMN")));
        Assert.Equal("connect-wait", Key(await sides.SayAsync("TANA", $"connect {code}")));

        sides.Bot.Clock.Advance(TimeSpan.FromHours(1));

        code = Code(await sides.SayAsync("UANA", "connect"));
        Assert.Equal("connect-second-code", Key(await sides.SayAsync("TANA", $"connect {code}")));
    }

    [Fact]
    public async Task Whoever_has_joined_or_is_a_home_joins_nobody_and_a_side_that_is_gone_takes_nobody_in()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        Assert.Equal("connect-already-joined", Key(await sides.SayAsync("TANA", "connect")));
        await sides.Bot.ExecuteAsync($"INSERT INTO installations (id, platform, external_id, name, created_at) VALUES (gen_random_uuid(), 'slack', 'T2', 'Third', now())");
        await sides.Bot.ExecuteAsync($"INSERT INTO programs SELECT * FROM jsonb_populate_record(NULL::programs, (SELECT to_jsonb(programs) || jsonb_build_object('id', gen_random_uuid(), 'installation_id', (SELECT id FROM installations WHERE external_id = 'T2')) FROM programs LIMIT 1))");
        await sides.Bot.ExecuteAsync($"INSERT INTO people (id, installation_id, external_id, name, time_zone, is_admin, standing, profile, skills) VALUES (gen_random_uuid(), (SELECT id FROM installations WHERE external_id = 'T2'), 'UTHREE', 'Three', 'Etc/UTC', true, 'Member', jsonb_build_object(), '[]')");
        var code = Code(await sides.Bot.SayAsync("UTHREE", "connect", "T2"));
        Assert.Equal("connect-is-home", Key(await sides.SayAsync("UANA", $"connect {code}")));

        code = Code(await sides.SayAsync("UANA", "connect"));
        await sides.Bot.ExecuteAsync($"UPDATE installations SET removed_at = now() WHERE external_id = 'T1'");

        Assert.Equal("connect-other-gone", Key(await sides.Bot.SayAsync("UTHREE", $"connect {code}", "T2")));
    }

    [Fact]
    public async Task Two_who_enter_each_others_last_code_at_once_join_once()
    {
        await using var sides = await StartAsync("UANA", "TANA");
        var first = Code(await sides.SayAsync("UANA", "connect"));
        var second = Code(await sides.SayAsync("TANA", $"connect {first}"));

        var said = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sides.SayAsync("UANA", $"connect {second}")));

        Assert.Single(said, reply => Key(reply) == "connected-home");
        Assert.Single(await sides.Bot.QueryAsync(db => db.Installations.Where(each => each.JoinedTo != null).ToListAsync()));
    }

    [Fact]
    public async Task Cut_off_at_any_statement_nothing_is_half_joined_and_the_code_is_still_good()
    {
        await using var sides = await StartAsync("UANA", "TANA", "TBEN");
        var second = Code(await sides.SayAsync("TANA", $"connect {Code(await sides.SayAsync("UANA", "connect"))}"));
        await sides.Bot.ExecuteAsync($"CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''cut off''; END'");
        foreach (var table in (string[])["participants", "outbox", "connection_codes", "installations"])
        {
            await CutOffAsync(sides, table, isOn: true);
            await Assert.ThrowsAnyAsync<Exception>(() => sides.SayAsync("UANA", $"connect {second}"));
            await CutOffAsync(sides, table, isOn: false);
            Assert.Null(await HomeOfTeamsAsync(sides));
            Assert.Equal(3, await sides.Bot.QueryAsync(db => db.Participants.CountAsync()));
        }

        Assert.Equal("connected-home", Key(await sides.SayAsync("UANA", $"connect {second}")));
    }

    [Fact]
    public async Task Those_who_join_take_along_what_they_wish_their_pauses_and_their_debts()
    {
        await using var sides = await StartAsync("UANA", "TANA", "TBEN", "TCEM", "TDEV");
        await sides.SayAsync("TBEN", "pause 3 weeks");
        await sides.SayAsync("TCEM", "leave");
        await sides.SayAsync("TDEV", "skip");
        await sides.Bot.ExecuteAsync($"UPDATE participants SET times_left_out = 2, every_rounds = 4, seeks = ARRAY['mentor'], capacity = 3 FROM people WHERE people.id = person_id AND external_id = 'TANA'");

        await sides.ConnectAsync();

        var home = await HomeProgramAsync(sides);
        var here = await sides.Bot.QueryAsync(db => db.Participants.Where(row => row.ProgramId == home).Join(db.People, row => row.PersonId, person => person.Id, (row, person) => new { person.ExternalId, row }).ToDictionaryAsync(both => both.ExternalId, both => both.row));
        Assert.Equal((2, 4, "mentor", 3), (here["TANA"].TimesLeftOut, here["TANA"].EveryRounds, Assert.Single(here["TANA"].Seeks), here["TANA"].Capacity));
        Assert.NotNull(here["TBEN"].PausedUntil);
        Assert.True(here["TCEM"].HasLeft);
        Assert.Equal(1, here["TDEV"].SkipsRound);
    }

    [Fact]
    public async Task The_program_of_the_side_that_joined_rests()
    {
        await using var sides = await StartConnectedAsync("UANA", "UBEN", "TANA", "TBEN");
        await sides.Bot.ExecuteAsync($"UPDATE programs SET week_question = 'SilenceIsIn'");
        sides.Bot.Clock.Advance(TimeSpan.FromDays(21));

        await sides.RunAsync<AskAboutRounds>();
        await sides.RunAsync<OpenDueRounds>();

        Assert.Equal(await HomeProgramAsync(sides), Assert.Single(await sides.Bot.QueryAsync(db => db.Rounds.ToListAsync())).ProgramId);
    }

    [Fact]
    public async Task What_runs_when_they_join_goes_on_to_its_end()
    {
        await using var sides = await StartAsync("UANA", "TBEN", "TCEM", "TANA");
        await sides.SayAsync("TANA", "leave");
        var running = Assert.Single(await sides.Bot.HoldRoundAsync());
        await sides.ConnectAsync();
        Assert.Contains("TCEM of the House", Words(Assert.IsType<Say>(await sides.SayAsync("TBEN", "home")).Message), StringComparison.Ordinal);

        await sides.PressAsync("TBEN", ChatActions.Met, Id(running.Id));

        await sides.Bot.SendAsync();
        Assert.Contains("met", sides.Teams.Keys("TBEN+TCEM"));
        Assert.Contains("reflection-prompt", sides.Read("TCEM").Select(message => message.Key));
        await sides.HoldRoundAsync();
        Assert.All(await sides.Bot.QueryAsync(db => db.Rounds.Where(round => round.ProgramId == running.ProgramId).ToListAsync()), round => Assert.Equal(RoundState.Closed, round.State));
    }

    [Fact]
    public async Task Whom_they_met_in_either_program_they_do_not_meet_again_in_the_home()
    {
        await using var sides = await StartAsync("UANA", "UBEN", "TCEM", "TDEV", "TANA");
        await sides.SayAsync("TANA", "leave");
        Assert.Equal(2, (await sides.Bot.HoldRoundAsync()).Count); // one pair on each side
        await sides.ConnectAsync();

        var (first, second) = (await sides.HoldRoundAsync(), await sides.HoldRoundAsync());

        Assert.All([.. first, .. second], pairing => Assert.Equal(2, pairing.Members.Select(member => member.PersonId).Distinct().Count()));
        Assert.Equal(4, await CountAcrossAsync(sides, [.. first, .. second]));
    }

    [Fact]
    public async Task Apart_again_everybody_is_in_their_own_program_as_they_are_now()
    {
        await using var sides = await StartConnectedAsync("UANA", "UBEN", "TANA", "TBEN", "TCEM");
        await sides.SayAsync("TBEN", "pause 2 weeks");
        await sides.SayAsync("TCEM", "leave");
        var question = Assert.IsType<Say>(await sides.SayAsync("TANA", "disconnect")).Message;
        var press = Assert.Single(question.Pieces.OfType<Choices>().Single().Items);
        Assert.NotNull(press.Confirm);
        Assert.NotNull(await HomeOfTeamsAsync(sides));

        Assert.Equal("disconnected", Key(await sides.PressAsync("TANA", press.Action, press.Argument)));

        await sides.Bot.SendAsync();
        Assert.Null(await HomeOfTeamsAsync(sides));
        Assert.Contains("disconnected", sides.Read("UANA").Select(message => message.Key));
        var own = (await sides.Bot.QueryAsync(db => db.Programs.SingleAsync(program => program.InstallationId != db.Installations.Single(each => each.Platform == "slack").Id))).Id;
        var back = await sides.Bot.QueryAsync(db => db.Participants.Where(row => row.ProgramId == own).Join(db.People, row => row.PersonId, person => person.Id, (row, person) => new { person.ExternalId, row }).ToDictionaryAsync(both => both.ExternalId, both => both.row));
        Assert.True(back["TCEM"].HasLeft);
        Assert.NotNull(back["TBEN"].PausedUntil);
        Assert.All(await sides.HoldRoundAsync(), pairing => Assert.Equal(2, pairing.Members.Count));
        Assert.Equal(0, await CountAcrossAsync(sides, await sides.PairingsAsync()));
        Assert.Equal("disconnect-nothing", Key(await sides.PressAsync("UANA", press.Action, press.Argument)));
    }

    [Fact]
    public async Task A_conversation_across_goes_on_when_they_are_apart_again()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        var pairing = Assert.Single(await sides.HoldRoundAsync());
        await sides.PressAsync("UANA", ChatActions.Disconnect, Id((await sides.PersonAsync("TANA")).InstallationId));

        await sides.PressAsync("TANA", ChatActions.Met, Id(pairing.Id));

        await sides.Bot.SendAsync();
        Assert.Contains("met", sides.Read("UANA").Select(message => message.Key));
        Assert.Contains("reflection-prompt", sides.Read("TANA").Select(message => message.Key));
    }

    [Fact]
    public async Task Should_the_home_be_deleted_the_others_stand_alone_in_their_own_program()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA", "TBEN");
        await sides.HoldRoundAsync();

        await sides.Bot.ExecuteAsync($"DELETE FROM installations WHERE external_id = 'T1'");

        Assert.Null(await HomeOfTeamsAsync(sides));
        Assert.Equal("home", Key(await sides.SayAsync("TBEN", "home")));
        sides.Bot.Clock.Advance(TimeSpan.FromDays(7));
        await sides.RunAsync<OpenDueRounds>();
        Assert.Equal(2, Assert.Single(await sides.Bot.QueryAsync(db => db.Rounds.ToListAsync())).Snapshot.Candidates.Count);
    }

    private static async Task<int> CountAcrossAsync(TwoSides sides, IEnumerable<Pairing> pairings)
    {
        var homes = await sides.Bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.Id, person => person.InstallationId));
        return pairings.Count(pairing => pairing.Members.Select(member => homes[member.PersonId]).Distinct().Count() > 1);
    }

    private static Task<int> CutOffAsync(TwoSides sides, string table, bool isOn) => sides.Bot.QueryAsync(db => db.Database.ExecuteSqlRawAsync(
        isOn ? $"CREATE TRIGGER cut_off BEFORE INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION cut_off()" : $"DROP TRIGGER cut_off ON {table}"));

    private static Task<Guid?> HomeOfTeamsAsync(TwoSides sides) => sides.Bot.QueryAsync(db => db.Installations.Where(each => each.Platform == "teams").Select(each => each.JoinedTo).SingleAsync());

    private static Task<Guid> HomeProgramAsync(TwoSides sides) =>
        sides.Bot.QueryAsync(db => db.Programs.Where(program => db.Installations.Any(each => each.Id == program.InstallationId && each.Platform == "slack")).Select(program => program.Id).SingleAsync());
}
