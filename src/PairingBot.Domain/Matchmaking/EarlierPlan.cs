using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>A plan that was made for people of whom some may have left since, and its certificate, in the terms of those who are there now.</summary>
internal sealed class EarlierPlan(Roster then, PairingPlan plan)
{
    /// <summary>Who shared a table and is still there, by index in <paramref name="now"/>, the lower one first; and who of them gave, -1 for neither.</summary>
    public Dictionary<(int One, int Other), int> PairsIn(Roster now)
    {
        var indexes = now.People.ToDictionary(person => person.Facts.PersonId, person => person.Index);
        var pairs = new Dictionary<(int, int), int>();
        foreach (var pairing in plan.Pairings)
        {
            var giving = RelationshipCatalog.Find(pairing.RelationshipType) is { IsSymmetric: false } type ? type.GiverRole.Key : null;
            var givers = pairing.Members.Where(member => member.Role == giving && indexes.ContainsKey(member.PersonId)).Select(member => indexes[member.PersonId]).ToList();
            var there = pairing.Members.Where(member => indexes.ContainsKey(member.PersonId)).Select(member => indexes[member.PersonId]).Order().ToList();
            for (var one = 0; one < there.Count; one++)
            {
                for (var other = one + 1; other < there.Count; other++) pairs[(there[one], there[other])] = givers.Where(giver => giver == there[one] || giver == there[other]).DefaultIfEmpty(-1).First();
            }
        }

        return pairs;
    }

    /// <summary>
    /// The earlier answer as the solver's start: who was somebody's mate, and at what price, in today's points and with what staying together is worth. It need
    /// not be true, only near. Null where the earlier plan kept no certificate.
    /// </summary>
    public MatchingResult? AsStartOf(Roster now, IEnumerable<(int One, int Other)> kept, Objective objective)
    {
        if (plan.Proof.Certificate is not { } certificate) return null;

        var mates = new int[now.Count];
        Array.Fill(mates, MateTable.None);
        foreach (var (one, other) in kept)
        {
            if (mates[one] == MateTable.None && mates[other] == MateTable.None) (mates[one], mates[other]) = (other, one);
        }

        var prices = PricesThen(certificate);
        var duals = now.People.Select(person =>
        {
            var above = prices.TryGetValue(person.Facts.PersonId, out var price) ? price * objective.Step : DualSolution.Scale / 2 * Judge.MostQuality * (Int128)objective.Step;
            if (mates[person.Index] != MateTable.None) above += DualSolution.Scale / 2 * objective.WorthOfKeeping;
            return (long)Int128.Clamp(above + DualSolution.Scale * (Int128)objective.BonusOf(person.Index), 0, DualSolution.Scale * Graph.LargestValue);
        });
        var none = Enumerable.Repeat(DualSolution.None, now.Count).ToArray();
        return new MatchingResult(new MateTable(mates), new DualSolution([.. duals], none, [], []), 0);
    }

    /// <summary>What everybody's own seat cost above what serving them is worth, with the odd sets' share, in points of quality times <see cref="DualSolution.Scale"/>.</summary>
    private Dictionary<Guid, Int128> PricesThen(PlanCertificate certificate)
    {
        var dual = new DualSolution([.. certificate.SeatPrices], [.. certificate.SetsOfSeats], [.. certificate.SetsAround], [.. certificate.SetPrices]);
        var (folded, objective) = (dual.FoldedPrices(), new Objective(then));
        return then.People.Where(person => person.Index < folded.Length).ToDictionary(
            person => person.Facts.PersonId, person => (folded[person.Index] - DualSolution.Scale * (Int128)objective.BonusOf(person.Index)) / objective.Step);
    }
}
