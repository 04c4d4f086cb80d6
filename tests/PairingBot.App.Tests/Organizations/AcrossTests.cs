using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Organizations;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;
using static PairingBot.App.Tests.Organizations.TwoSides;

namespace PairingBot.App.Tests.Organizations;

/// <summary>A conversation of two who live on different sides, from its introduction to what comes after.</summary>
public sealed class AcrossTests
{
    [Fact]
    public async Task Each_gets_the_introduction_where_they_live_with_the_others_name_and_address()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");

        var pairing = Assert.Single(await sides.HoldRoundAsync());

        Assert.Equal("peer", pairing.RelationshipType);
        var (here, there) = (sides.Introduction("UANA"), sides.Introduction("TANA"));
        Assert.Contains("Write to TANA of the House at tana@example.com.", Words(here), StringComparison.Ordinal);
        Assert.Contains("Write to UANA of the House at uana@example.com.", Words(there), StringComparison.Ordinal);
        Assert.Contains(Links(here), link => link.Address == "mailto:tana@example.com");
        Assert.Equal(["UANA"], Mentions(here).Distinct());
        Assert.Equal(["TANA"], Mentions(there).Distinct());
        Assert.Single(sides.Slack.Posts, post => post.Message.Key == "introduction-opener");
        Assert.Single(sides.Teams.Posts, post => post.Message.Key == "introduction-opener");
    }

    [Fact]
    public async Task Whose_address_is_not_known_is_to_be_looked_up()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.Bot.ExecuteAsync($"UPDATE people SET email = NULL WHERE external_id = 'TANA'");

        await sides.HoldRoundAsync();

        Assert.Contains("For TANA of the House I know no address", Words(sides.Introduction("UANA")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_follows_reaches_both_and_mentions_nobody_whom_the_reader_s_chat_does_not_know()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        var pairing = Id(Assert.Single(await sides.HoldRoundAsync()).Id);
        await sides.Bot.NudgeAsync(TimeSpan.FromDays(2));
        Assert.Contains("find-a-time", Keys(sides, "TANA"));

        await sides.PressAsync("UANA", ChatActions.TimeFound, pairing);
        await sides.AnswerAsync("UANA", new SaveMeeting(pairing, Forms.Filled(("day", "2026-03-11"), ("time", "14:00"))));
        await sides.PressAsync("TANA", ChatActions.OtherTimes, pairing + ".1");
        await sides.Bot.NudgeAsync(TimeSpan.FromDays(1));
        await sides.PressAsync("TANA", ChatActions.Met, pairing);
        await sides.AnswerAsync("UANA", new SaveReflection(pairing, Forms.Filled(("takeaway", "ask early"), ("given", "patience"), ("share", "takeaway"))));
        await sides.PressAsync("TANA", ChatActions.AgainGoOn, pairing);
        await sides.PressAsync("UANA", ChatActions.AgainGoOn, pairing);
        await sides.SayAsync("UANA", "why");
        await sides.SayAsync("UANA", "me");
        await sides.Bot.SendAsync();

        foreach (var who in (string[])["UANA", "TANA"])
        {
            Assert.Superset(new HashSet<string>(["introduction-opener", "find-a-time", "time-found", "met", "reflection-prompt", "series-begun"]), Keys(sides, who).ToHashSet());
            Assert.Contains(sides.Side(who).Posts, post => post.Message.Key == "met" && post.Conversation == who);
        }

        AssertNobodyIsMentionedWhoIsNotThere(sides);
    }

    [Fact]
    public async Task It_is_one_introduction_to_the_organizer_and_what_does_not_reach_one_of_them_ends_it()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        sides.Teams.Fail("post", new Gone(GoneScope.Person, Reach.NotInstalled));

        await sides.HoldRoundAsync();

        Assert.Equal(PairingState.Ended, Assert.Single(await sides.PairingsAsync()).State);
        Assert.Equal("Gone", await sides.Bot.QueryAsync(db => db.Outbox.Where(row => row.To == OutboxAddress.Across).Select(row => row.State.ToString()).SingleAsync()));
        Assert.Contains("partner-gone", sides.Read("UANA").Select(message => message.Key));
        Assert.Equal(Reach.NotInstalled, (await sides.PersonAsync("TANA")).Unreachable);
    }

    [Fact]
    public async Task A_host_that_is_killed_between_the_round_and_the_shares_sends_each_of_them_once()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        sides.Bot.Clock.Now = (await sides.Bot.QueryAsync(db => db.Programs.ToListAsync())).Max(program => program.NextRoundAt);
        await sides.RunAsync<OpenDueRounds>();
        await sides.RunAsync<IntroduceRounds>();
        Assert.Equal("Across", await sides.Bot.QueryAsync(db => db.Database.SqlQuery<string>($"""SELECT "to" AS "Value" FROM outbox WHERE once LIKE 'introduction:%'""").SingleAsync()));

        await using var other = await sides.Bot.AnotherHostAsync(sides.Teams);
        await Task.WhenAll(sides.Bot.SendAsync(), other.SendAsync());
        await sides.Bot.SendAsync();
        await other.SendAsync();

        Assert.Single(sides.Slack.Posts, post => post.Message.Key == "introduction-opener");
        Assert.Single(sides.Teams.Posts, post => post.Message.Key == "introduction-opener");
    }

    [Fact]
    public async Task Three_across_are_each_written_to_alone()
    {
        await using var sides = await StartConnectedAsync("UANA", "UBEN", "TANA");

        var trio = Assert.Single(await sides.HoldRoundAsync());

        Assert.Equal(3, trio.Members.Count);
        Assert.Contains("Write to TANA of the House at tana@example.com.", Words(sides.Introduction("UANA")), StringComparison.Ordinal);
        Assert.Contains("Write to UANA of the House at uana@example.com and UBEN of the House at uben@example.com.", Words(sides.Introduction("TANA")), StringComparison.Ordinal);
        Assert.Equal(["UANA", "UBEN"], Mentions(sides.Introduction("UANA")).Distinct().Order());
    }

    [Fact]
    public async Task When_one_side_removes_the_bot_the_others_are_told_and_matched_again_and_it_may_come_back()
    {
        await using var sides = await StartConnectedAsync("UANA", "UBEN", "TANA", "TBEN");
        await sides.SayAsync("UBEN", "skip");
        await sides.SayAsync("TBEN", "skip");
        await sides.HoldRoundAsync();
        await sides.SayAsync("UBEN", "resume");
        await sides.Bot.ExecuteAsync($"UPDATE installations SET removed_at = now() WHERE platform = 'teams'");

        await sides.RunAsync<LoseRemoved>();
        await sides.Bot.SendAsync();

        Assert.Equal("partner-gone", sides.Read("UANA").Last().Key);
        Assert.Equal(Reach.Removed, (await sides.PersonAsync("TANA")).Unreachable);
        var next = Assert.Single(await sides.HoldRoundAsync());
        Assert.Equal(2, next.Members.Count);
        Assert.Contains("UBEN", sides.Slack.Opened.Last(), StringComparison.Ordinal);

        await sides.Bot.ExecuteAsync($"UPDATE installations SET removed_at = NULL");
        await sides.RunAsync<LoseRemoved>();

        Assert.Null((await sides.PersonAsync("TANA")).Unreachable);
    }

    [Fact]
    public async Task When_the_home_removes_the_bot_the_others_organizers_are_told_once_how_to_go_on()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA", "TBEN");
        await sides.Bot.ExecuteAsync($"UPDATE installations SET removed_at = now() WHERE platform = 'slack'");

        await sides.RunAsync<LoseRemoved>();
        await sides.RunAsync<LoseRemoved>();
        await sides.Bot.SendAsync();

        var told = Assert.Single(sides.Read("TANA"), message => message.Key == "home-removed");
        var press = told.Pieces.OfType<Choices>().Single().Items[0];
        Assert.Equal("disconnected", Key(await sides.PressAsync("TANA", press.Action, press.Argument)));
    }

    [Fact]
    public async Task Settings_show_the_people_of_one_s_own_side_and_forget_nobody_on_the_other()
    {
        await using var sides = await StartConnectedAsync("UANA", "UBEN", "TANA");
        var (ana, there) = (await sides.PersonAsync("UANA"), await sides.PersonAsync("TANA"));
        await sides.Bot.ChangeAsync(db => db.DoNotMatches.Add(DoNotMatch.Between(ana, there)));
        await sides.Bot.ExecuteAsync($"UPDATE people SET manager_id = {there.Id} WHERE id = {ana.Id}");

        var form = Assert.IsType<OpenForm>(await sides.SayAsync("UANA", "settings")).Form;
        await sides.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("do-not-match", "UBEN")));

        Assert.All(form.Pieces.OfType<PeopleField>(), field => Assert.DoesNotContain("TANA", field.Selected));
        Assert.Equal(2, await sides.Bot.QueryAsync(db => db.DoNotMatches.CountAsync(wish => wish.PersonId == ana.Id)));
        Assert.Equal(there.Id, (await sides.PersonAsync("UANA")).ManagerId);
        Assert.DoesNotContain(await sides.HoldRoundAsync(), pairing => pairing.Includes(ana.Id));
    }

    [Fact]
    public async Task Whom_one_met_across_one_can_choose_in_silence_never_to_meet_again()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.HoldRoundAsync();
        var there = await sides.PersonAsync("TANA");
        var form = Assert.IsType<OpenForm>(await sides.SayAsync("UANA", "settings")).Form;
        Assert.Equal(["TANA of the House"], form.Pieces.OfType<AnyOf>().Single(field => field.Key == "do-not-match-elsewhere").Options.Select(option => option.Label));

        await sides.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("do-not-match-elsewhere", Id(there.Id))));
        Assert.Equal(there.Id, (await sides.Bot.QueryAsync(db => db.DoNotMatches.SingleAsync())).OtherId);

        form = Assert.IsType<OpenForm>(await sides.SayAsync("UANA", "settings")).Form;
        await sides.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("do-not-match-elsewhere")));
        Assert.Empty(await sides.Bot.QueryAsync(db => db.DoNotMatches.ToListAsync()));
        await sides.AnswerAsync("UANA", new SaveSettings(Forms.AsOpened(form).With("do-not-match-elsewhere", Id((await sides.PersonAsync("UANA")).Id), "not an id")));
        Assert.Empty(await sides.Bot.QueryAsync(db => db.DoNotMatches.ToListAsync()));
    }

    [Fact]
    public async Task Nobody_is_paired_with_their_manager_of_the_other_side()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.Bot.ExecuteAsync($"UPDATE people SET manager_id = {(await sides.PersonAsync("TANA")).Id} WHERE external_id = 'UANA'");
        Assert.Empty(await sides.HoldRoundAsync());
    }

    [Fact]
    public async Task Organizers_of_the_side_that_joined_run_the_one_program_and_leave_its_channel_alone()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.Bot.ExecuteAsync($"UPDATE programs SET announce_in = 'C1'");
        var form = Assert.IsType<OpenForm>(await sides.SayAsync("TANA", "admin")).Form;
        Assert.Empty(form.Pieces.OfType<ChannelField>());

        Assert.Equal("program-saved", Key(await sides.AnswerAsync("TANA", new SaveProgram(Forms.AsOpened(form).With("name", "Coffee for all")))));

        var program = await sides.Bot.QueryAsync(db => db.Programs.SingleAsync(row => row.Name == "Coffee for all"));
        Assert.Equal(((await sides.PersonAsync("UANA")).InstallationId, "C1"), (program.InstallationId, program.AnnounceIn));
    }

    [Fact]
    public async Task The_channel_of_the_side_that_joined_brings_people_into_the_one_program()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.Bot.ExecuteAsync($"UPDATE programs SET announce_in = 'CTEAMS', channel_joining = 'Enrols' FROM installations WHERE installations.id = installation_id AND platform = 'teams'");
        sides.Teams.Directory.Add(RecordingPlatform.Listed("TNEW"));
        await sides.ReadAgainAsync();

        await sides.AnswerAsync("TNEW", new ChannelJoined("CTEAMS", "TNEW", Sample.Now), ChatPlace.Event);
        await sides.Bot.SendAsync();

        Assert.Equal("channel-enrolled", Assert.Single(sides.Read("TNEW")).Key);
        var home = (await sides.PersonAsync("UANA")).InstallationId;
        Assert.True(await sides.Bot.QueryAsync(db => db.Participants.AnyAsync(row => db.Programs.Any(program => program.Id == row.ProgramId && program.InstallationId == home) && db.People.Any(person => person.Id == row.PersonId && person.ExternalId == "TNEW"))));
        AssertNobodyIsMentionedWhoIsNotThere(sides);
    }

    [Fact]
    public async Task A_request_for_advice_goes_across_in_words_and_brings_the_two_together()
    {
        await using var sides = await StartConnectedAsync("UANA", "TANA");
        await sides.Bot.ExecuteAsync($"UPDATE people SET title = 'Head of Facilitation' WHERE external_id = 'TANA'");
        var found = Assert.IsType<Say>(await sides.SayAsync("UANA", "ask facilitation")).Message;
        var choose = found.Pieces.OfType<Choices>().SelectMany(choices => choices.Items).First(choice => choice.Action == ChatActions.AskChoose);
        var form = Assert.IsType<OpenForm>(await sides.PressAsync("UANA", choose.Action, choose.Argument)).Form;
        await sides.AnswerAsync("UANA", new SendAskRequest(form.Argument, Forms.AsOpened(form)));
        await sides.Bot.SendAsync();
        var question = Assert.Single(sides.Read("TANA"), message => message.Key == "ask-question");

        var yes = question.Pieces.OfType<Choices>().SelectMany(choices => choices.Items).First(choice => choice.Action == ChatActions.AskYes);
        await sides.PressAsync("TANA", yes.Action, yes.Argument);
        await sides.Bot.SendAsync();

        Assert.Contains("uana@example.com", Words(sides.Introduction("TANA")), StringComparison.Ordinal);
        Assert.Contains("ask-request", sides.Read("UANA").Select(message => message.Key));
        AssertNobodyIsMentionedWhoIsNotThere(sides);
    }

    private static IEnumerable<string> Keys(TwoSides sides, string who) => sides.Read(who).Select(message => message.Key);

    private static void AssertNobodyIsMentionedWhoIsNotThere(TwoSides sides)
    {
        foreach (var (side, mark) in ((RecordingPlatform, char)[])[(sides.Slack, 'U'), (sides.Teams, 'T')])
        {
            List<ChatMessage> said = [.. side.Posts.Select(post => post.Message), .. side.Updates.Select(update => update.Message), .. side.PressAnswers.Select(answer => answer.Message), .. side.Homes.Select(home => new ChatMessage("home", "", home.Home.Pieces))];
            Assert.NotEmpty(said);
            Assert.All(said.SelectMany(Spans).OfType<Mention>(), mention => Assert.True(mention.LivesIn is null && mention.ExternalId[0] == mark, $"{mention.ExternalId} is mentioned where nobody knows that id."));
            Assert.DoesNotContain(said.SelectMany(Spans).OfType<ChannelMention>(), channel => channel.LivesIn is not null);
        }
    }

    private static IEnumerable<string> Mentions(ChatMessage message) => Spans(message).OfType<Mention>().Select(mention => mention.ExternalId);

    private static IEnumerable<WebLink> Links(ChatMessage message) => Spans(message).OfType<WebLink>();

    private static IEnumerable<ChatSpan> Spans(ChatMessage message) => message.Pieces.SelectMany(piece => piece switch
    {
        Paragraph paragraph => paragraph.Text.Spans,
        Bullets bullets => bullets.Items.SelectMany(item => item.Spans),
        Note note => note.Text.Spans,
        _ => [],
    });
}
