using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>
/// What the people of a program had in others: before their installation joined this one's, or while it belonged to another. It counts as if it had been here, in the round that ran at that time. Where
/// nobody was ever anywhere else, as nearly everywhere, that is one question to the database.
/// </summary>
public sealed class EarlierPrograms(PairingBotDb db)
{
    public async Task<IReadOnlyList<EarlierPairing>> ReadAsync(PairingProgram program, CancellationToken cancel)
    {
        var people = db.Participants.Where(participant => participant.ProgramId == program.Id).Select(participant => participant.PersonId);
        var others = await db.Participants.Where(participant => participant.ProgramId != program.Id && people.Contains(participant.PersonId)).Select(participant => participant.ProgramId).Distinct().ToListAsync(cancel);
        if (others.Count == 0) return [];
        var pairings = await db.Pairings.AsNoTracking().Where(pairing => others.Contains(pairing.ProgramId) && pairing.Members.Any(member => people.Contains(member.PersonId))).OrderBy(pairing => pairing.Id).ToListAsync(cancel);
        return pairings.ConvertAll(pairing => new EarlierPairing(pairing, program.RoundAt(pairing.IntroducedAt)));
    }
}

/// <summary>A pairing of another program, and the round of this one that ran when it began.</summary>
public sealed record EarlierPairing(Pairing Pairing, int Round)
{
    /// <summary>Its people did meet, or were to.</summary>
    public bool CameToBe => Pairing.State is not (PairingState.Ended or PairingState.Proposed or PairingState.Declined);
}
