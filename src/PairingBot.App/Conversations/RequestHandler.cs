using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Programs;
using PairingBot.App.Rounds;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Conversations;

/// <summary>Asking in one's own words, within a conversation that was introduced: the draft opens as a form, and what is sent is posted once. What was typed is given back when it is not.</summary>
public sealed class RequestHandler(PairingBotDb db, PairingBook pairings, Outbox outbox, Goals goals)
{
    public async Task<Reply> OpenAsync(ChatTurn turn, string argument, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (await RolesAsync(turn, pairing, cancel) is not { } roles) return RequestWords.NotASeeker;
        if (!pairing.MayRequest(turn.Person.Id)) return Refusal(turn, pairing, "");
        var rhythm = await db.Participants.Where(row => row.ProgramId == pairing.ProgramId && row.PersonId == turn.Person.Id).Select(row => (int?)row.EveryRounds).FirstOrDefaultAsync(cancel);
        var goal = (await goals.CalendarAsync(turn.Program, cancel)).Fresh(turn.Person.Profile, rhythm ?? 1, pairing.RoundNumber);
        return new OpenForm(RequestWords.Open(argument, roles.Giver, RequestDraft.For(roles.Type, turn.Person, roles.Giver, goal)));
    }

    public async Task<Reply> SendAsync(ChatTurn turn, string argument, FormAnswers answers, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (await RolesAsync(turn, pairing, cancel) is not { } roles) return RequestWords.NotASeeker;
        var (words, faults) = RequestWords.Read(answers);
        if (faults.Count > 0) return new RefuseForm(faults);
        if (!pairing.Request(turn.Person.Id, turn.Now)) return Refusal(turn, pairing, words);

        outbox.ToPeople(
            await pairings.PeopleAsync(pairing, cancel), RequestWords.Asks(turn.Person, words), $"request:{pairing.Id:N}:{turn.Person.Id:N}", whenInDoubt: WhenInDoubt.SendAgain);
        return RequestWords.Sent(roles.Giver);
    }

    private static Reply Refusal(ChatTurn turn, Pairing pairing, string words) =>
        pairing.Members.Any(member => member.PersonId == turn.Person.Id && member.AskedAt is not null) ? RequestWords.AlreadySent(words) : RequestWords.Over(words);

    /// <returns>Null when the person does not seek here.</returns>
    private async Task<(RelationshipType Type, Person Giver)?> RolesAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel)
    {
        if (RelationshipCatalog.Find(pairing.RelationshipType) is not { Request: not null } type) return null;
        var giver = pairing.Members.FirstOrDefault(member => member.Gives);
        return giver is null || giver.PersonId == turn.Person.Id ? null : (type, (await pairings.PeopleAsync(pairing, cancel)).Single(person => person.Id == giver.PersonId));
    }
}
