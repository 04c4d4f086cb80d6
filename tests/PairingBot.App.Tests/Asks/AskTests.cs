using System.Text;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Asks;
using PairingBot.App.Nudges;
using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Asks;

/// <summary>Ana is stuck on meetings. Ben offers facilitation at level 5, Cem at level 4, Dev at level 3; Eve is a Head of Facilitation; Fay offers something else.</summary>
public sealed class AskTests
{
    private const string Topic = "meetings that decide nothing";

    private static readonly TimeSpan AfterTheLastDay = TimeSpan.FromDays(3) + TimeSpan.FromMinutes(15);

    [Fact]
    public async Task Three_people_are_named_with_a_reason_each_and_nobody_hears_of_it()
    {
        await using var bot = await CompanyAsync();
        var found = await FoundAsync(bot);
        Assert.Equal(["UBEN", "UCEM", "UDEV"], await ChoicesAsync(bot, found));
        Assert.Contains("UBEN offers facilitation, and you are stuck on “meetings”.", Said(found), StringComparison.Ordinal);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task The_one_who_is_chosen_gets_the_request_and_a_yes_is_a_conversation_like_any_other()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben, how do you end a meeting?");
        await bot.SendAsync();
        var asked = Assert.Single(bot.Platform.Posts, post => post.Conversation == "UBEN").Message;
        Assert.Equal("ask-question", asked.Key);
        Assert.Contains("Ben, how do you end a meeting?", Said(asked), StringComparison.Ordinal);

        Assert.Equal(("ask-yes", true), await AnswerAsync(bot, "UBEN", ChatActions.AskYes));
        Assert.Single(bot.Platform.Updates, update => update.Message.Key == "introduction");
        Assert.Equal(["introduction-opener", "ask-request"], bot.Platform.Keys("UANA+UBEN"));
        var pairing = await bot.QueryAsync(db => db.Pairings.SingleAsync());
        Assert.Equal(("coach", null, PairingState.Introduced), (pairing.RelationshipType, pairing.RoundId, pairing.State));
        Assert.DoesNotContain(pairing.Reasons, reason => reason.Contains("meetings", StringComparison.Ordinal));
        Assert.Equal("coachee", pairing.Members[0].Role);
        await bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Contains(bot.Platform.Posts, post => post.Message.Key == "find-a-time");
        Assert.Equal("ask-settled", (await AnswerAsync(bot, "UBEN", ChatActions.AskNo)).Key);
    }

    [Fact]
    public async Task A_no_passes_on_to_the_next_and_leaves_no_trace()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        await ChooseAsync(bot, "UCEM", "Cem?");
        var before = Said(await bot.SayAsync("UANA", "ask"));
        Assert.Equal(("ask-no", true), await AnswerAsync(bot, "UBEN", ChatActions.AskNo));

        Assert.Equal(before, Said(await bot.SayAsync("UANA", "ask")));
        Assert.Equal(["ask-question"], bot.Platform.Keys("UCEM"));
        Assert.Empty(bot.Platform.Keys("UANA"));
        Assert.Equal("ask-no", (await AnswerAsync(bot, "UBEN", ChatActions.AskNo)).Key);
        Assert.Equal("ask-settled", (await AnswerAsync(bot, "UBEN", ChatActions.AskYes)).Key);
        Assert.Equal("ask-yes", (await AnswerAsync(bot, "UCEM", ChatActions.AskYes)).Key);
        Assert.Equal(["UANA+UCEM"], bot.Platform.Opened.Where(conversation => conversation.Contains('+', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_no_and_silence_are_kept_alike()
    {
        List<string> rows = [];
        foreach (var pass in new Func<Bot, Task>[] { bot => AnswerAsync(bot, "UBEN", ChatActions.AskNo), LapseAsync })
        {
            await using var bot = await CompanyAsync();
            await ChooseAsync(bot, "UBEN", "Ben?");
            await pass(bot);
            await bot.SendAsync();
            rows.Add(await bot.QueryAsync(async db => string.Join('|', (await db.Set<AskCandidate>().OrderBy(row => row.Place).ToListAsync()).Select(row => $"{row.Place} {row.State} {row.Turn} {row.AskedAt:u} {row.AnswerBy:u}"))));
            Assert.Equal(["ask-nobody-has-time"], bot.Platform.Keys("UANA"));
        }

        Assert.Single(rows.Distinct());
    }

    [Fact]
    public async Task Silence_for_three_working_days_is_answer_enough()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        await ChooseAsync(bot, "UCEM", "Cem?");
        Assert.Equal(0, await bot.RunAsync<GoOnWithAsks>());
        await LapseAsync(bot);
        Assert.Equal(0, await bot.RunAsync<GoOnWithAsks>());
        await bot.SendAsync();
        Assert.Equal("ask-question", bot.Platform.Keys("UCEM").Single());
        bot.Clock.Advance(TimeSpan.FromDays(2)); // over the weekend
        await LapseAsync(bot);
        await bot.SendAsync();
        Assert.Equal(["ask-nobody-has-time"], bot.Platform.Keys("UANA"));
        Assert.Equal("ask-settled", (await AnswerAsync(bot, "UCEM", ChatActions.AskYes)).Key);
        Assert.DoesNotContain(bot.Platform.Opened, conversation => conversation.Contains('+', StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_ask_at_a_time_and_it_can_be_called_off()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        Assert.Equal("ask-asking", Key(await bot.SayAsync("UANA", "ask something else")));
        var ask = await bot.QueryAsync(db => db.Asks.SingleAsync());
        Assert.Equal("ask-called-off", (await bot.PressAsync("UANA", ChatActions.AskCallOff, AskWords.Argument(ask))).Key);
        Assert.Equal("ask-is-over", (await bot.PressAsync("UANA", ChatActions.AskCallOff, AskWords.Argument(ask))).Key);
        Assert.Equal("ask-settled", (await AnswerAsync(bot, "UBEN", ChatActions.AskYes)).Key);
        Assert.Equal("ask-found", Key(await bot.SayAsync("UANA", $"ask {Topic}")));
    }

    [Theory]
    [InlineData("UPDATE participants SET has_left = true WHERE person_id = (SELECT id FROM people WHERE external_id = 'UBEN')")]
    [InlineData("UPDATE participants SET is_resting = true WHERE person_id = (SELECT id FROM people WHERE external_id = 'UBEN')")]
    [InlineData("UPDATE participants SET paused_until = '2030-01-01' WHERE person_id = (SELECT id FROM people WHERE external_id = 'UBEN')")]
    [InlineData("UPDATE people SET standing = 'Guest' WHERE external_id = 'UBEN'")]
    [InlineData("UPDATE people SET manager_id = (SELECT id FROM people WHERE external_id = 'UANA') WHERE external_id = 'UBEN'")]
    [InlineData("UPDATE people SET manager_id = (SELECT id FROM people other WHERE other.external_id = CASE people.external_id WHEN 'UANA' THEN 'UFAY' ELSE 'UBEN' END) WHERE external_id IN ('UANA', 'UFAY')")]
    [InlineData("INSERT INTO do_not_matches SELECT one.id, other.id FROM people one, people other WHERE one.external_id = 'UANA' AND other.external_id = 'UBEN'")]
    [InlineData("INSERT INTO do_not_matches SELECT one.id, other.id FROM people one, people other WHERE one.external_id = 'UBEN' AND other.external_id = 'UANA'")]
    public async Task Nobody_is_asked_who_may_not_be(string sql)
    {
        await using var bot = await CompanyAsync();
        await bot.QueryAsync(db => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Equal(["UCEM", "UDEV", "UEVE"], await ChoicesAsync(bot, await FoundAsync(bot)));
    }

    [Fact]
    public async Task Nobody_is_asked_twice_at_once_nor_three_times_in_a_month()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        Assert.DoesNotContain("UBEN", await ChoicesAsync(bot, await FoundAsync(bot, "UFAY")));
        await AnswerAsync(bot, "UBEN", ChatActions.AskNo);
        await ChooseAsync(bot, "UBEN", "Ben?", "UFAY");
        await AnswerAsync(bot, "UBEN", ChatActions.AskNo);
        Assert.DoesNotContain("UBEN", await ChoicesAsync(bot, await FoundAsync(bot, "UEVE")));
        bot.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Contains("UBEN", await ChoicesAsync(bot, await FoundAsync(bot, "UEVE")));
    }

    [Fact]
    public async Task Whoever_is_busy_when_their_turn_comes_is_passed_over_in_silence()
    {
        await using var bot = await CompanyAsync();
        await FoundAsync(bot);
        await ChooseAsync(bot, "UBEN", "Ben?", "UFAY");
        await ChooseAsync(bot, "UBEN", "Ben?", isNew: false);
        await bot.SendAsync();
        Assert.Single(bot.Platform.Keys("UBEN"));
        Assert.Equal(AskState.NobodyFree, (await bot.QueryAsync(db => db.Asks.ToListAsync())).Single(ask => ask.State != AskState.Asking).State);
    }

    [Fact]
    public async Task A_giver_has_no_more_conversations_from_asks_than_they_are_ready_for_and_none_twice_with_the_same()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        await AnswerAsync(bot, "UBEN", ChatActions.AskYes);
        Assert.DoesNotContain("UBEN", await ChoicesAsync(bot, await FoundAsync(bot)));
        Assert.DoesNotContain("UBEN", await ChoicesAsync(bot, await FoundAsync(bot, "UFAY")));
        await bot.ExecuteAsync($"UPDATE participants SET capacity = 2");
        Assert.DoesNotContain("UBEN", await ChoicesAsync(bot, await FoundAsync(bot)));
        Assert.Contains("UBEN", await ChoicesAsync(bot, await FoundAsync(bot, "UFAY")));
    }

    [Fact]
    public async Task Two_who_ask_the_same_at_one_moment_ask_once()
    {
        await using var bot = await CompanyAsync();
        await using var other = await bot.AnotherHostAsync();
        var (first, second) = (await CandidateAsync(bot, "UBEN", "UANA"), await CandidateAsync(bot, "UBEN", "UFAY"));
        var answers = Forms.Filled(("request", "Ben?"));
        await Task.WhenAll(bot.AnswerAsync("UANA", new SendAskRequest(first, answers)), other.AnswerAsync("UFAY", new SendAskRequest(second, answers)));
        await bot.SendAsync();
        Assert.Single(bot.Platform.Keys("UBEN"));
    }

    [Fact]
    public async Task A_slip_of_the_fingers_is_forgiven_where_the_database_can_and_breaks_nothing_where_it_can_not()
    {
        await using var bot = await CompanyAsync();
        Assert.Equal("ask-found", Key(await bot.SayAsync("UANA", "ask facilitaton")));
        await bot.ExecuteAsync($"DROP EXTENSION pg_trgm");
        Assert.Equal("ask-nobody-fits", Key(await bot.SayAsync("UANA", "ask facilitaton")));
        Assert.Equal("ask-found", Key(await bot.SayAsync("UANA", "ask facilitation")));
    }

    [Theory]
    [InlineData("quantum chromodynamics")]
    [InlineData("the and of")]
    [InlineData("' | ! & ( :* \\ '); DROP TABLE asks; --")]
    public async Task Where_nobody_fits_it_becomes_the_goal_with_one_press(string topic)
    {
        await using var bot = await CompanyAsync();
        Assert.Equal("ask-nobody-fits", Key(await bot.SayAsync("UANA", $"ask {topic}")));
        var ask = await bot.QueryAsync(db => db.Asks.SingleAsync());
        Assert.Equal("goal-saved", (await bot.PressAsync("UANA", ChatActions.AskGoal, AskWords.Argument(ask))).Key);
        Assert.Equal(topic, await bot.QueryAsync(db => db.People.Where(person => person.ExternalId == "UANA").Select(person => person.Profile).SingleAsync()) is { } profile ? profile.Goal : null);
    }

    [Fact]
    public async Task Goals_of_others_are_not_looked_at()
    {
        await using var bot = await CompanyAsync();
        await bot.SayAsync("UFAY", "goal negotiate better contracts");
        Assert.Equal("ask-nobody-fits", Key(await bot.SayAsync("UANA", "ask negotiate contracts")));
    }

    [Fact]
    public async Task Nothing_of_it_lies_open_in_the_database()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "How do you end a zebra?");
        await AnswerAsync(bot, "UBEN", ChatActions.AskYes);
        var tables = await bot.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT relname AS \"Value\" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace").ToListAsync());
        foreach (var table in tables)
        {
#pragma warning disable EF1002 // names of our own tables
            var rows = string.Join('\n', await bot.QueryAsync(db => db.Database.SqlQueryRaw<string>($"SELECT each::text AS \"Value\" FROM \"{table}\" AS each").ToListAsync()));
#pragma warning restore EF1002
            foreach (var words in new[] { "zebra", "decide nothing" })
                Assert.False(rows.Contains(words, StringComparison.Ordinal) || rows.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(words)), StringComparison.OrdinalIgnoreCase), table);
        }
    }

    [Fact]
    public async Task Without_words_a_form_asks_and_others_can_press_nothing_of_it()
    {
        await using var bot = await CompanyAsync();
        Assert.Equal(ChatForms.AskTopic, Assert.IsType<OpenForm>(await bot.SayAsync("UANA", "ask")).Form.Key);
        Assert.IsType<RefuseForm>(await bot.AnswerAsync("UANA", new SaveAskTopic(Forms.Filled(("topic", "")))));
        Assert.Equal("ask-found", Key(await bot.AnswerAsync("UANA", new SaveAskTopic(Forms.Filled(("topic", Topic))))));
        var candidate = await CandidateAsync(bot, "UBEN", "UANA", isNew: false);
        Assert.Equal("ask-is-over", Key(await bot.AnswerAsync("UFAY", new ChooseForAdvice(candidate))));
        foreach (var who in new[] { "UFAY", "UBEN" }) Assert.Equal("not-yours", Key(await bot.AnswerAsync(who, new AnswerAsk(candidate, IsYes: true)))); // Ben is not asked yet
    }

    [Fact]
    public async Task A_seeker_who_has_left_asks_nobody_any_more()
    {
        await using var bot = await CompanyAsync();
        await ChooseAsync(bot, "UBEN", "Ben?");
        await ChooseAsync(bot, "UCEM", "Cem?");
        await bot.SayAsync("UANA", "leave");
        await LapseAsync(bot);
        await bot.SendAsync();
        Assert.Empty(bot.Platform.Keys("UCEM"));
        Assert.Equal(AskState.CalledOff, (await bot.QueryAsync(db => db.Asks.SingleAsync())).State);
    }

    [Fact]
    public async Task A_request_that_can_not_be_delivered_passes_on()
    {
        await using var bot = await CompanyAsync();
        bot.Platform.Fail("open", new Gone(GoneScope.Person, "user_disabled"));
        await ChooseAsync(bot, "UBEN", "Ben?");
        await bot.SendAsync();
        Assert.Equal(1, await bot.RunAsync<GoOnWithAsks>());
        await bot.SendAsync();
        Assert.Equal(["ask-nobody-has-time"], bot.Platform.Keys("UANA"));
    }

    private static async Task<Bot> CompanyAsync()
    {
        var bot = await Bot.StartJoinedAsync("UANA", "UBEN", "UCEM", "UDEV", "UEVE", "UFAY");
        foreach (var (who, level) in new[] { ("UBEN", 5), ("UCEM", 4), ("UDEV", 3) })
            await bot.ExecuteAsync($"""UPDATE people SET skills = jsonb_build_array(jsonb_build_object('name', 'facilitation', 'level', {level}, 'side', 'Offered')) WHERE external_id = {who}""");
        await bot.ExecuteAsync($"""UPDATE people SET skills = jsonb_build_array(jsonb_build_object('name', 'gardening', 'level', 3, 'side', 'Offered')) WHERE external_id = 'UFAY'""");
        await bot.ExecuteAsync($"UPDATE people SET title = 'Head of Facilitation' WHERE external_id = 'UEVE'");
        return bot;
    }

    private static async Task<Reply> FoundAsync(Bot bot, string who = "UANA")
    {
        var reply = await bot.SayAsync(who, $"ask {Topic}");
        Assert.Equal("ask-found", Key(reply));
        return reply;
    }

    private static async Task<List<string>> ChoicesAsync(Bot bot, Reply found)
    {
        var places = Assert.IsType<Say>(found).Message.Pieces.OfType<Choices>().Single().Items.Select(choice => AskWords.Read(choice.Argument)!.Value).ToList();
        var ask = await bot.QueryAsync(db => db.Asks.SingleAsync(row => row.Id == places[0].Ask));
        var names = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.Id, person => person.ExternalId));
        return places.ConvertAll(place => names[ask.Candidates[place.Place - 1].PersonId]);
    }

    private static async Task<string> CandidateAsync(Bot bot, string giver, string seeker, bool isNew = true)
    {
        var names = await bot.QueryAsync(db => db.People.ToDictionaryAsync(person => person.ExternalId, person => person.Id));
        if (isNew && !await bot.QueryAsync(db => db.Asks.AnyAsync(ask => ask.SeekerId == names[seeker] && ask.State == AskState.Asking))) await FoundAsync(bot, seeker);
        var ask = await bot.QueryAsync(db => db.Asks.SingleAsync(row => row.SeekerId == names[seeker] && (row.State == AskState.Found || row.State == AskState.Asking)));
        return AskWords.Argument(ask, ask.Candidates.Single(candidate => candidate.PersonId == names[giver]));
    }

    private static async Task ChooseAsync(Bot bot, string giver, string request, string seeker = "UANA", bool isNew = true)
    {
        var candidate = await CandidateAsync(bot, giver, seeker, isNew);
        var form = Assert.IsType<OpenForm>(await bot.AnswerAsync(seeker, new ChooseForAdvice(candidate))).Form;
        Assert.Contains(Key(await bot.AnswerAsync(seeker, new SendAskRequest(form.Argument, Forms.AsOpened(form).With("request", request)))), new[] { "ask-asking", "ask-nobody-has-time" });
    }

    private static async Task<(string Key, bool Replaces)> AnswerAsync(Bot bot, string who, string action)
    {
        await bot.SendAsync();
        var question = bot.Platform.Posts.Last(post => post.Conversation == who && post.Message.Key == "ask-question").Message;
        return await bot.PressAsync(who, action, question.Pieces.OfType<Choices>().Single().Items[0].Argument);
    }

    private static async Task LapseAsync(Bot bot)
    {
        bot.Clock.Advance(AfterTheLastDay);
        Assert.Equal(1, await bot.RunAsync<GoOnWithAsks>());
    }

    private static string Key(Reply reply) => Assert.IsType<Say>(reply).Message.Key;

    private static string Said(Reply reply) => Said(Assert.IsType<Say>(reply).Message);

    private static string Said(ChatMessage message) => string.Join('\n', message.Pieces.Select(piece => piece switch
    {
        Paragraph paragraph => paragraph.Text.ReadAloud(),
        Bullets bullets => string.Join('\n', bullets.Items.Select(item => item.ReadAloud())),
        Choices choices => string.Join(' ', choices.Items.Select(choice => choice.Label)),
        _ => "",
    }));
}
