using Microsoft.EntityFrameworkCore;
using PairingBot.App.Chat;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>What people say when they are asked apart whether they want to be brought together: with the last yes the conversation is opened, with the first no it never is.</summary>
public sealed class Proposals(PairingBotDb db, PairingBook pairings, Introductions introductions, Departures departures)
{
    public async Task<Reply> AnswerAsync(ChatTurn turn, string argument, Consent consent, CancellationToken cancel)
    {
        if (await pairings.FindAsync(turn, argument, cancel) is not { } pairing) return RoundWords.NotYours;
        if (pairing.State == PairingState.Proposed && consent == Consent.Yes && !await MayComeAboutAsync(turn.Program, pairing, cancel))
            await departures.EndAsync(pairing.Id, PairingEnd.NotAgreed, cancel);

        var others = await pairings.OthersAsync(pairing, turn.Person, cancel);
        switch (pairing.Answer(turn.Person.Id, consent, turn.Now))
        {
            case ConsentOutcome.Kept:
                return ConsentWords.YesKept(pairing, others);
            case ConsentOutcome.Agreed:
                await IntroduceAsync(turn, pairing, cancel);
                return ConsentWords.Agreed(others);
            case ConsentOutcome.Declined:
                await departures.EndAsync(pairing.Id, PairingEnd.NotAgreed, cancel);
                return ConsentWords.NoKept(others);
            case ConsentOutcome.SaidBefore:
                return consent == Consent.No ? ConsentWords.NoKept(others) : pairing.State == PairingState.Proposed ? ConsentWords.YesKept(pairing, others) : ConsentWords.Settled(pairing, others);
            default:
                return ConsentWords.Settled(pairing, others);
        }
    }

    private async Task IntroduceAsync(ChatTurn turn, Pairing pairing, CancellationToken cancel)
    {
        var ids = pairing.Members.Select(member => member.PersonId).ToList();
        foreach (var participant in await db.Participants.Where(row => row.ProgramId == pairing.ProgramId && ids.Contains(row.PersonId)).ToListAsync(cancel)) participant.Paired(pairing.RoundNumber);
        await introductions.WriteAsync(turn.Program, [pairing], RoundSeed.Of(pairing.ProgramId, pairing.RoundNumber), turn.Now, cancel);
    }

    /// <summary>The round still runs, and everybody is still in.</summary>
    private async Task<bool> MayComeAboutAsync(PairingProgram program, Pairing pairing, CancellationToken cancel)
    {
        if (!await db.Rounds.AnyAsync(round => round.Id == pairing.RoundId && round.State == RoundState.Introduced, cancel)) return false;
        if (!(await pairings.PeopleAsync(pairing, cancel)).TrueForAll(program.Admits)) return false;
        var ids = pairing.Members.Select(member => member.PersonId).ToList();
        return await db.Participants.CountAsync(row => row.ProgramId == program.Id && ids.Contains(row.PersonId) && !row.HasLeft, cancel) == ids.Count;
    }
}
