namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One relationship's part of the first choice of <see cref="PairSearch"/>: each seeker looks at some hundred givers, drawn by number and not by chance, and keeps those who look
/// best at a glance. What it misses the search finds later; a better first choice only saves rounds of it.
/// </summary>
internal sealed class PairSample(PairSearch search, RelationshipBounds bounds)
{
    private const int Looks = 256;
    private const int MostEach = 10;

    public IEnumerable<(int One, int Other)> All()
    {
        var found = new List<(int, int)>[bounds.Seekers.Count];
        Parallel.For(0, found.Length, seeker => found[seeker] = Of(bounds.Seekers[seeker]));
        return found.SelectMany(pairs => pairs);
    }

    private List<(int, int)> Of((int Person, int OwnPart) seeker)
    {
        var finds = new Finds(1, MostEach);
        var (givers, person) = (bounds.Givers, seeker.Person);
        for (var look = 0; look < Math.Min(Looks, givers.Count); look++)
        {
            var giver = givers[(int)(TieBreak.Mix(((ulong)person << 32) | (uint)look) % (ulong)givers.Count)];
            if (giver.Person == person) continue;

            var (one, other) = (search.Roster.People[person], search.Roster.People[giver.Person]);
            var most = seeker.OwnPart + giver.OwnPart + bounds.OfKinds(one.Experience, other.Experience, one.Hours, other.Hours)
                + bounds.AtAGlance(search.Glances[person], search.Glances[giver.Person], needed: 0);
            var gain = most * search.Objective.Step + search.Objective.TieOf(person, giver.Person);
            if (most > 0 && gain > finds.LeastOf(0)) finds.Keep(0, gain, new CandidatePair(person, giver.Person, bounds.TypeIndex, most, IsRepeat: false));
        }

        return [.. finds.All.Select(pair => pair.Ends)];
    }
}
