using PairingBot.Matching;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One relationship's part of the first choice of <see cref="PairSearch"/>: an index of kinds (the same level, years and working hours, and whether they have a goal). Each seeker looks at some hundred
/// givers of kinds that suit, beginning at a place that differs from person to person but not from run to run, and keeps those who look best at a glance.
/// What it misses the search finds later; a better first choice only saves rounds of it.
/// </summary>
internal sealed class PairSample(PairSearch search, RelationshipBounds bounds)
{
    private const int Looks = 512;
    private const int MostEach = 8;

    // Of the kinds that may meet, the best third by experience and hours.
    private const int BestKinds = 3;

    private readonly long point = DualSolution.Scale * search.Objective.Step;
    private readonly PricedPeople seekers = new(search, prices: null, bounds.Seekers);
    private readonly PricedPeople givers = new(search, prices: null, bounds.Givers);

    public IEnumerable<(int One, int Other)> All()
    {
        var found = new Finds[seekers.Kinds.Length];
        Parallel.For(0, found.Length, kind => found[kind] = From(seekers.Kinds[kind]));
        return found.SelectMany(finds => finds.All).Select(pair => pair.Ends);
    }

    private Finds From(PricedPeople.Kind here)
    {
        var finds = new Finds(here.Count, MostEach);
        var allowed = givers.Kinds.Select(there => (Most: bounds.OfKinds(here.Experience, there.Experience, here.Hours, there.Hours), Kind: there))
            .Where(kind => kind.Most >= 0).OrderByDescending(kind => kind.Most).ThenBy(kind => kind.Kind.Start).ToList();
        var suiting = allowed[..((allowed.Count + BestKinds - 1) / BestKinds)];
        if (suiting.Count == 0) return finds;

        for (var row = 0; row < here.Count; row++)
        {
            var seeker = seekers.Glances[here.Start + row].Person;
            var at = (int)(TieBreak.Mix((ulong)seeker) % (ulong)suiting.Count);
            for (var (looks, kinds) = (0, 0); looks < Looks && kinds < suiting.Count; kinds++, at = (at + 1) % suiting.Count)
            {
                LookAt(here.Start + row, row, suiting[at].Kind, suiting[at].Most, finds);
                looks += suiting[at].Kind.Count;
            }
        }

        return finds;
    }

    private void LookAt(int place, int row, PricedPeople.Kind there, int most, Finds finds)
    {
        ref readonly var seeker = ref seekers.Glances[place];
        for (var j = there.Start; j < Math.Min(there.End, there.Start + Looks); j++)
        {
            ref readonly var giver = ref givers.Glances[j];
            if (giver.Person == seeker.Person) continue;

            var atAGlance = most + bounds.AtAGlance(seeker, giver, point, needed: long.MinValue);
            var gain = point * atAGlance + DualSolution.Scale * (long)search.Objective.TieOf(seeker.Person, giver.Person) - seekers.Prices[place] - givers.Prices[j];
            if (atAGlance > 0 && gain > finds.LeastOf(row)) finds.Keep(row, gain, new CandidatePair(seeker.Person, giver.Person, (byte)bounds.TypeIndex, 0, IsRepeat: false));
        }
    }
}
