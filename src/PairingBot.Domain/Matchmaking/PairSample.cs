namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One relationship's part of the first choice of <see cref="PairSearch"/>: an index of kinds (the same level, years and working hours, and whether they have a goal). Each seeker looks at some hundred
/// givers of kinds that suit, beginning at a place that differs from person to person but not from run to run, and keeps those who look best at a glance.
/// What it misses the search finds later; a better first choice only saves rounds of it.
/// </summary>
internal sealed class PairSample
{
    private const int Looks = 8; // blocks of 64
    private const int MostEach = 8;

    // Of the kinds that may meet, the best third by experience and hours.
    private const int BestKinds = 3;

    private readonly PricedPeople seekers;
    private readonly PricedPeople givers;
    private readonly GlanceAtGivers glance;

    public PairSample(PairSearch search, RelationshipBounds bounds)
    {
        seekers = new PricedPeople(search, prices: null, bounds, bounds.Seekers, gives: false);
        givers = bounds.IsSymmetric ? seekers : new PricedPeople(search, prices: null, bounds, bounds.Givers, gives: true);
        glance = new GlanceAtGivers(search, bounds, prices: null, seekers, givers);
    }

    public IEnumerable<(int One, int Other)> All()
    {
        var parts = seekers.Parts();
        var found = new Finds[parts.Length];
        Parallel.For(0, found.Length, part => found[part] = From(parts[part]));
        for (var part = 0; part < parts.Length; part++)
        {
            for (var place = parts[part].Start; place < parts[part].End; place++)
            {
                var seeker = seekers.Backgrounds[place].Person;
                foreach (var giver in found[part].Of(place - parts[part].Start).ToArray()) yield return seeker < giver ? (seeker, giver) : (giver, seeker);
            }
        }
    }

    private Finds From(PricedPeople.Part part)
    {
        var (finds, hits, suiting) = (new Finds(part.End - part.Start, MostEach), new Hit[WordBlocks.Size], Suiting(seekers.Kinds[part.Kind]));
        for (var place = part.Start; place < part.End && suiting.Length > 0; place++)
        {
            var (seeker, row) = (seekers.Backgrounds[place].Person, place - part.Start);
            var at = (int)(TieBreak.Mix((ulong)seeker) % (ulong)suiting.Length);
            for (var look = 0; look < Math.Min(Looks, suiting.Length); look++, at = (at + 1) % suiting.Length)
            {
                var count = glance.Look(suiting[at].Kinds, place, suiting[at].Block, from: 0, finds.LeastOf(row), hits);
                foreach (ref readonly var hit in hits.AsSpan(0, count))
                {
                    if (hit.Giver != seeker && hit.Gain > finds.LeastOf(row)) finds.Keep(row, hit.Gain, hit.Giver);
                }
            }
        }

        return finds;
    }

    private (KindsMet Kinds, int Block)[] Suiting(PricedPeople.Kind here)
    {
        var allowed = givers.Kinds.Select(there => glance.Meet(here, there)).OfType<KindsMet>().OrderByDescending(kinds => kinds.Worth).ThenBy(kinds => kinds.There.Start).ToList();
        return [.. allowed.Take((allowed.Count + BestKinds - 1) / BestKinds).SelectMany(kinds => Enumerable.Range(kinds.There.FirstBlock, kinds.There.EndBlock - kinds.There.FirstBlock).Select(block => (kinds, block)))];
    }
}
