using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>How a conversation goes on: met or not, and why it came to be.</summary>
public sealed class ConversationHandler(PairingBotDb db, PairingBook pairings, Outbox outbox, Goals goals)
{
    public async Task<Reply> ShowHomeAsync(ChatTurn turn, CancellationToken cancel) =>
        new Say(new ChatMessage("home", turn.Program.Name, (await HomeAsync(turn, cancel)).Pieces));

    public async Task<ChatHome> HomeAsync(ChatTurn turn, CancellationToken cancel)
    {
        var current = RoundWords.Current(await pairings.CurrentAsync(turn.Program, turn.Person, cancel));
        var participant = turn.Participant ?? db.Participants.Local.FirstOrDefault(each => each.PersonId == turn.Person.Id); // just joined
        var isGoalOld = await goals.IsOldAsync(turn.Program, turn.Person, participant, cancel);
        return new ChatHome(HomeScreen.Pieces(turn.Person, turn.Program, participant, current, turn.Now, isGoalOld));
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
        if (!pairing.Meet(turn.Now)) return RoundWords.AlreadySaid(pairing.State);
        var people = await pairings.PeopleAsync(pairing, cancel);
        outbox.ToPeople(turn.Installation.Id, people, RoundWords.Met(turn.Person, people.Count), $"met:{pairing.Id:N}");
        foreach (var person in people)
            outbox.ToPeople(turn.Installation.Id, [person], ReflectionWords.Prompt(pairing, Others(people, person)), $"reflection-prompt:{pairing.Id:N}:{person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        return Reply.Nothing;
    }

    public async Task<Reply> MissEachOtherAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        return pairing.MissEachOther() ? RoundWords.NotMet : RoundWords.AlreadySaid(pairing.State);
    }

    private static List<Person> Others(List<Person> people, Person person) => people.FindAll(other => other.Id != person.Id);
}
