using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Insights;
using PairingBot.App.Programs;
using PairingBot.App.Reflections;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Insights;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>How a conversation goes on: met or not, and why it came to be.</summary>
public sealed class ConversationHandler(PairingBotDb db, PairingBook pairings, Meetings meetings, Goals goals, LearningBook learning)
{
    public async Task<Reply> ShowHomeAsync(ChatTurn turn, CancellationToken cancel) =>
        new Say(new ChatMessage("home", turn.Program.Name, (await HomeAsync(turn, cancel)).Pieces));

    public async Task<ChatHome> HomeAsync(ChatTurn turn, CancellationToken cancel)
    {
        var current = RoundWords.Current(await pairings.CurrentAsync(turn.Program, turn.Person, cancel));
        var participant = turn.Participant ?? db.Participants.Local.FirstOrDefault(each => each.PersonId == turn.Person.Id); // just joined
        var isGoalOld = await goals.IsOldAsync(turn.Program, turn.Person, participant, cancel);
        var pieces = HomeScreen.Pieces(turn.Person, turn.Program, participant, current, turn.Now, isGoalOld);
        return new ChatHome(participant is null ? pieces : [.. pieces, .. LearningWords.AtHome(await learning.OpenActionsAsync(turn.Person, turn.Now, cancel))]);
    }

    public async Task<Reply> WhyAsync(ChatTurn turn, CancellationToken cancel)
    {
        var (person, program) = (turn.Person, turn.Program);
        if (program.LastRoundNumber == 0) return turn.Participant is { HasLeft: false } ? RoundWords.NoRoundYet(person, program, turn.Participant) : MembershipWords.NotIn;
        if (await pairings.CurrentAsync(program, person, cancel) is { Count: > 0 } own) return RoundWords.WhyThese(own);
        var sitOut = await db.SitOuts.Where(row => row.PersonId == person.Id)
            .Join(db.Rounds.Where(round => round.ProgramId == program.Id && round.Number == program.LastRoundNumber), row => row.RoundId, round => round.Id, (row, _) => row).FirstOrDefaultAsync(cancel);
        if (sitOut is not null) return RoundWords.WhyNobody(sitOut, person, program);
        return turn.Participant is { HasLeft: false } ? RoundWords.TookNoPart(person, program, turn.Participant) : MembershipWords.NotIn;
    }

    public async Task<Reply> MeetAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        return await meetings.HoldAsync(turn, pairing, cancel) ? Reply.Nothing : RoundWords.AlreadySaid(pairing.State);
    }

    public async Task<Reply> MissEachOtherAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        return pairing.MissEachOther() ? RoundWords.NotMet : RoundWords.AlreadySaid(pairing.State);
    }
}
