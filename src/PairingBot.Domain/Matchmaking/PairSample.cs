namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// One relationship's part of the first choice of <see cref="PairSearch"/>: an index of kinds (the same level, years and working hours, and whether they have a goal). Each seeker looks at some
/// givers of kinds that suit, beginning at a place that differs from person to person but not from run to run, and keeps those who look best at a glance.
/// What it misses the search finds later; a better first choice only saves rounds of it.
/// </summary>
internal sealed class PairSample
{
    // A tenth of the round, in these bounds: looking is cheap, and a good first choice saves the search more.
    private const int LeastLooks = 512;
    private const int MostLooks = 8_192;

    private const int MostEach = 8;

    // Of the kinds that may meet, the best third by experience and hours.
    private const int BestKinds = 3;

    private readonly PairSearch search;
    private readonly RelationshipBounds bounds;
    private readonly PricedPeople seekers;
    private readonly PricedPeople givers;

    public PairSample(PairSearch search, RelationshipBounds bounds)
    {
        (this.search, this.bounds) = (search, bounds);
        seekers = new PricedPeople(search, prices: null, bounds, bounds.Seekers, gives: false);
        givers = bounds.IsSymmetric ? seekers : new PricedPeople(search, prices: null, bounds, bounds.Givers, gives: true);
    }

    public IEnumerable<(int One, int Other)> All()
    {
        var parts = seekers.Parts();
        var found = new Finds[parts.Length];
        givers.CompareWords();
        Parallel.For(0, found.Length, part => found[part] = From(parts[part]));
        return seekers.With(parts, found);
    }

    private Finds From(PricedPeople.Run part)
    {
        var (finds, glance) = (new Finds(part.End - part.Start, MostEach), new GlanceAtGivers(search, bounds, prices: null, seekers, givers));
        var enough = Math.Clamp(search.Roster.Count / 10, LeastLooks, MostLooks);
        var suiting = Suiting(seekers.Kinds[part.Kind], glance);
        for (var place = part.Start; place < part.End && suiting.Length > 0; place++)
        {
            var at = (int)(TieBreak.Mix((ulong)seekers.Backgrounds[place].Person) % (ulong)suiting.Length);
            for (var (looks, runs) = (0, 0); looks < enough && runs < suiting.Length; runs++, at = (at + 1) % suiting.Length)
            {
                LookAt(suiting[at].Kinds, suiting[at].Run, place, place - part.Start, glance, finds);
                looks += suiting[at].Run.End - suiting[at].Run.Start;
            }
        }

        return finds;
    }

    private void LookAt(in KindsMet kinds, in PricedPeople.Run run, int place, int row, GlanceAtGivers glance, Finds finds)
    {
        glance.Compare(place, run.Start / WordBlocks.Size);
        foreach (ref readonly var hit in glance.Look(kinds, place, run, finds.LeastOf(row)))
        {
            if (hit.Giver != seekers.Backgrounds[place].Person && hit.Gain > finds.LeastOf(row)) finds.Keep(row, hit.Gain, hit.Giver);
        }
    }

    private (KindsMet Kinds, PricedPeople.Run Run)[] Suiting(PricedPeople.Kind here, GlanceAtGivers glance)
    {
        var met = Array.ConvertAll(givers.Kinds, there => glance.Meet(here, there));
        var worths = met.OfType<KindsMet>().Select(kinds => kinds.Worth).OrderDescending().ToList();
        var least = worths.Count == 0 ? long.MaxValue : worths[(worths.Count - 1) / BestKinds];
        return [.. givers.Runs.Where(run => met[run.Kind]?.Worth >= least).Select(run => (met[run.Kind]!.Value, run))];
    }
}
