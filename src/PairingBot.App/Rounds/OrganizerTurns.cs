using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Who finds the time: whoever did so less often in this program; between equals the seed decides.</summary>
public sealed class OrganizerTurns(PairingBotDb db)
{
    public Task<Dictionary<Guid, int>> CountAsync(PairingProgram program, CancellationToken cancel) =>
        db.Pairings.Join(db.Rounds.Where(round => round.ProgramId == program.Id), pairing => pairing.RoundId, round => round.Id, (pairing, _) => pairing.OrganizerId)
            .GroupBy(person => person).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    public static Guid Next(PlannedPairing planned, Dictionary<Guid, int> organized, long seed)
    {
        var members = planned.Members.Select(member => member.PersonId).Order().ToList();
        var first = (int)(((ulong)seed + members[0].ToByteArray()[15]) % (ulong)members.Count);
        return Enumerable.Range(0, members.Count).Select(index => members[(first + index) % members.Count]).MinBy(person => organized.GetValueOrDefault(person));
    }
}
