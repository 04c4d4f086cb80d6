using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;

namespace PairingBot.App.Asks;

/// <summary>What somebody who looks for advice does: say what they are stuck on, choose, put it into words, and call it off.</summary>
public sealed class AskHandler(PairingBotDb db, AskSearch search, SealedAsks texts, AskBook asks, AskTurns turns)
{
    /// <summary>One ask at a time: while somebody is asked, how it stands.</summary>
    public async Task<Reply> BeginAsync(ChatTurn turn, string topic, CancellationToken cancel)
    {
        if (turn.Participant is not { HasLeft: false }) return MembershipWords.NotIn;
        if (!turn.Program.Admits(turn.Person)) return MembershipWords.NotForGuests;
        var open = await asks.OpenAsync(turn.Person, cancel);
        if (open.Find(ask => ask.State == AskState.Asking) is { } running) return await AskingAsync(running, cancel);
        if (topic.Length == 0) return new OpenForm(AskForm.Topic());
        if (topic.Length > AskForm.LongestTopic) return AskWords.TopicTooLong(topic);

        foreach (var earlier in open) earlier.CallOff(); // of which nobody was told
        var ask = Ask.Begin(turn.Program, turn.Person, turn.Now);
        db.Asks.Add(ask);
        ask.Keep(texts.Topic(ask, topic));
        var found = await search.FindAsync(turn.Program, turn.Person, topic, turn.Now, cancel);
        foreach (var (person, insight) in found) ask.Find(person.Id, AskFit.TypeFor(turn.Program, turn.Person, person, insight.Skill, turn.Now).Key, texts.Reason(ask, person.Id, insight.Reason));
        return found.Count == 0 ? AskWords.NobodyFits(ask, topic) : AskWords.Found(ask, topic, [.. found.Zip(ask.Candidates, (each, candidate) => new FoundPerson(candidate, each.Person, each.Insight.Reason))]);
    }

    public async Task<Reply> SaveTopicAsync(ChatTurn turn, FormAnswers answers, CancellationToken cancel)
    {
        var (topic, faults) = AskForm.ReadTopic(answers);
        return faults.Count > 0 ? new RefuseForm(faults) : await BeginAsync(turn, topic, cancel);
    }

    public async Task<Reply> ChooseAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await asks.OwnAsync(turn, argument, cancel) is not ({ } ask, { } candidate)) return AskWords.IsOver;
        if (!ask.Free.Contains(candidate)) return await StandingAsync(ask, cancel);
        var giver = await db.People.SingleAsync(person => person.Id == candidate.PersonId, cancel);
        var topic = texts.Topic(ask);
        return new OpenForm(AskForm.Request(argument, giver.ShortName, AskDraft.Of(turn.Person, giver, topic, AskFit.SkillFor(topic, turn.Person, giver)?.Name)));
    }

    public async Task<Reply> SendAsync(ChatTurn turn, string argument, FormAnswers answers, CancellationToken cancel)
    {
        if (await asks.OwnAsync(turn, argument, cancel) is not ({ } ask, { } candidate)) return AskWords.IsOver;
        var (request, faults) = AskForm.ReadRequest(answers);
        if (faults.Count > 0) return new RefuseForm(faults);
        if (ask.Choose(candidate, texts.Request(ask, candidate, request)) && await turns.GoOnAsync(ask, turn.Program, turn.Now, cancel)) return new Say(AskWords.NobodyHasTime(ask));
        return await StandingAsync(ask, cancel);
    }

    public async Task<Reply> CallOffAsync(ChatTurn turn, string argument, CancellationToken cancel) =>
        await asks.OwnAsync(turn, argument, cancel) is ({ } ask, _) && ask.CallOff() ? AskWords.CalledOff : AskWords.IsOver;

    public async Task<Reply> MakeGoalAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (turn.Participant is not { HasLeft: false }) return MembershipWords.NotIn;
        return await asks.OwnAsync(turn, argument, cancel) is ({ } ask, _) ? MembershipHandler.AimAt(turn, texts.Topic(ask)) : AskWords.IsOver;
    }

    private async Task<Reply> StandingAsync(Ask ask, CancellationToken cancel) => ask.State == AskState.Asking ? await AskingAsync(ask, cancel) : AskWords.IsOver;

    private async Task<Reply> AskingAsync(Ask ask, CancellationToken cancel) => AskWords.Asking(ask, await asks.ChosenAsync(ask, cancel), await asks.FreeAsync(ask, cancel));
}
