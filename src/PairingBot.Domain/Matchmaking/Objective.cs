namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The aims of a round, in strict order, as integers for the solver: as many people as possible; then those left out longest; then as few trios as
/// possible; then as few pairs as possible that met before; then quality; then a seeded choice between equals.
/// <para>The first two are one: every person carries a bonus, larger for who was left out longer. The sets of people that pairs can cover are the independent
/// sets of a matroid, so any positive bonus gives the most people, and a bonus that rises with the debt serves debts first among those. Only the order of
/// debts matters, so the bonus rises by rank and stays small.</para>
/// <para>Bounds, for n people, hence fewer than n pairs and guests: ties, less than T each, sum to less than a step of quality (n·T); all quality to less than
/// Q = n·(10,000·step + T), which is what a repeat costs; a third person costs P = n·(2Q), more than all repeats and quality; a person is worth U = 2P,
/// more than a trio and all of those (two plans differ by paths that change people and trios by at most one each). T is halved until an edge fits
/// the solver, down to 1: from some thousand people on, equals are told apart by the solver alone, which is the same everywhere, too.</para>
/// </summary>
internal sealed class Objective
{
    private const int MostTies = 1 << 16;

    private readonly long step;
    private readonly long[] bonus;
    private readonly TieBreak ties;

    public Objective(Roster roster)
    {
        var debts = roster.People.Select(person => Math.Max(0, person.Facts.TimesLeftOut)).ToArray();
        var ranks = debts.Distinct().Order().Select((debt, rank) => (debt, rank)).ToDictionary(pair => pair.debt, pair => pair.rank);
        (Ties, step, CostOfRepeat, CostOfTrio) = Scale(Math.Max(2, roster.Count), Math.Max(1, ranks.Count));
        bonus = [.. debts.Select(debt => checked(2 * CostOfTrio * (1 + ranks[debt])))];
        ties = new TieBreak(roster, Ties);
    }

    /// <summary>What a trio costs: more than all repeats and all quality together, less than a person.</summary>
    public long CostOfTrio { get; }

    /// <summary>What meeting again costs: more than all quality together.</summary>
    public long CostOfRepeat { get; }

    /// <summary>Tie-breaks are 0 to this, itself excluded.</summary>
    public int Ties { get; }

    public long BonusOf(int person) => bonus[person];

    public long WorthOf(CandidatePair pair) =>
        checked(pair.Quality * step + ties.Between(pair.Seeker, pair.Giver) - (pair.IsRepeat ? CostOfRepeat : 0));

    private static (int Ties, long Step, long Repeat, long Trio) Scale(int people, int ranks)
    {
        for (var t = MostTies; t >= 1; t /= 2)
        {
            var unit = t == 1 ? 1 : (Int128)people * t;
            var repeat = people * (Judge.MostQuality * unit + t);
            var trio = 2 * people * repeat;
            if (2 * (2 * trio) * ranks + repeat <= Matching.Graph.LargestValue) return (t, (long)unit, (long)repeat, (long)trio);
        }

        throw new InvalidOperationException($"{people} people with {ranks} kinds of debt are beyond what one round can weigh exactly.");
    }
}
