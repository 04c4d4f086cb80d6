namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The aims of a round, in strict order, as integers for the solver: as many people as possible; then those left out longest; then as few trios as
/// possible; then quality; then a seeded choice between equals.
/// <para>The first two are one: every person carries a bonus, larger for who was left out longer. The sets of people that pairs can cover are the independent
/// sets of a matroid, so any positive bonus gives the most people, and a bonus that rises with the debt serves debts first among those. Only the order of
/// debts matters, so the bonus rises by rank and stays small.</para>
/// <para>Bounds, for n people and at most n edges in use: ties sum to less than a step of quality (n·T); all quality to less than Q = n·(10,000·step + T); a
/// third person costs Q + 1, more than any quality; a person is worth U = 2Q + 2, more than a third person and all quality. T is halved until an edge fits
/// the solver and the sum fits 64 bits.</para>
/// </summary>
internal sealed class Objective
{
    private const long MostForSum = 1L << 62;
    private const int MostTies = 1 << 16;

    private readonly long step;
    private readonly long[] bonus;
    private readonly TieBreak ties;

    public Objective(Roster roster)
    {
        var debts = roster.People.Select(person => Math.Max(0, person.Facts.TimesLeftOut)).ToArray();
        var ranks = debts.Distinct().Order().Select((debt, rank) => (debt, rank)).ToDictionary(pair => pair.debt, pair => pair.rank);
        var (range, worth) = Scale(Math.Max(2, roster.Count), Math.Max(1, ranks.Count));
        step = (long)Math.Max(2, roster.Count) * range;
        bonus = [.. debts.Select(debt => checked(worth * (1 + ranks[debt])))];
        CostOfTrio = worth / 2;
        ties = new TieBreak(roster, range);
    }

    /// <summary>What a trio costs: more than all quality together, less than a person.</summary>
    public long CostOfTrio { get; }

    public long BonusOf(int person) => bonus[person];

    public long WorthOf(CandidatePair pair) => checked(pair.Quality * step + ties.Between(pair.Seeker, pair.Giver));

    private static (int Ties, long Person) Scale(int people, int ranks)
    {
        for (var t = MostTies; t >= 2; t /= 2)
        {
            var most = (Int128)people * (Judge.MostQuality * (Int128)people * t + t);
            var person = 2 * most + 2;
            if (2 * person * ranks + most <= Matching.Graph.LargestValue && person * ranks * people + most <= MostForSum) return (t, (long)person);
        }

        throw new InvalidOperationException($"{people} people with {ranks} kinds of debt are beyond what one round can weigh exactly.");
    }
}
