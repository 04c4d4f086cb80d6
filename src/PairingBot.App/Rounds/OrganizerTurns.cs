using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Who finds the time: nobody twice in a round while another of the two can; then whoever did so less often in this program; between equals the seed decides.</summary>
public sealed class OrganizerTurns(PairingBotDb db)
{
    /// <returns>An organizer for each pairing of the plan, in its order.</returns>
    public async Task<List<Guid>> AssignAsync(PairingProgram program, PairingPlan plan, long seed, CancellationToken cancel)
    {
        var organized = await db.Pairings.Where(pairing => pairing.ProgramId == program.Id).Select(pairing => pairing.OrganizerId)
            .GroupBy(person => person).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var now = new Dictionary<Guid, int>();
        List<Guid> organizers = [];
        foreach (var planned in plan.Pairings)
        {
            var next = InTurn(planned, seed).MinBy(person => (now.GetValueOrDefault(person), organized.GetValueOrDefault(person)));
            now[next] = now.GetValueOrDefault(next) + 1;
            organizers.Add(next);
        }

        return organizers;
    }

    private static IEnumerable<Guid> InTurn(PlannedPairing planned, long seed)
    {
        var members = planned.Members.Select(member => member.PersonId).Order().ToList();
        var first = (int)(((ulong)seed + members[0].ToByteArray()[15]) % (ulong)members.Count);
        return Enumerable.Range(0, members.Count).Select(index => members[(first + index) % members.Count]);
    }
}
