namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The aims of a round, in strict order, as integers for the solver: as many people as possible; then those left out longest; then as few trios as
/// possible; then as few pairs as possible that met before; then quality; then a seeded choice between equals.
/// <para>The first two are one: every person carries a bonus, larger for who was left out longer. The sets of people that pairs can cover are the independent
/// sets of a matroid, so any positive bonus gives the most people, and a bonus that rises with the debt serves debts first among those. Only the order of
/// debts matters, so the bonus rises by rank and stays small.</para>
/// <para>Bounds, for n people, hence fewer than n pairs and guests: ties, less than T each, sum to less than a step of quality (n·T); all quality to less than
/// Q = n·(50,000·step + T), the load of givers included, which is what a repeat costs; a third person costs P = n·(2Q), more than all repeats and quality; a person is worth U = 2P,
/// more than a trio and all of those (two plans differ by paths that change people and trios by at most one each). T is halved until an edge fits
/// the solver, down to 1: from some thousand people on, equals are told apart by the solver alone, which is the same everywhere, too.</para>
/// <para>A plan made again keeps as many pairs as possible, right after the fewest trios: those who know of each other are not parted for quality. There a repeat
/// costs as much as one pair's quality, no more, or the numbers would grow too large.</para>
/// </summary>
internal sealed class Objective
{
    private const int MostTies = 1 << 16;

    // More than any pair's quality: nobody is given a second conversation while each can have one otherwise, and nobody is paired twice with the same person.
    private const int LoadOfGiving = Judge.MostQuality + 1;

    private readonly IReadOnlyDictionary<(int, int), int>? earlier;
    private readonly long[] bonus;
    private readonly TieBreak ties;

    /// <param name="roster">Everybody in the round.</param>
    /// <param name="earlier">Who was introduced to whom by an earlier plan, and who of them gave (-1: neither). As many as possible shall stay. Null for a first plan.</param>
    public Objective(Roster roster, IReadOnlyDictionary<(int, int), int>? earlier = null)
    {
        this.earlier = earlier;
        var debts = roster.People.Select(person => Math.Max(0, person.Facts.TimesLeftOut)).ToArray();
        var ranks = debts.Distinct().Order().Select((debt, rank) => (debt, rank)).ToDictionary(pair => pair.debt, pair => pair.rank);
        (Ties, Step, CostOfRepeat, WorthOfKeeping, CostOfTrio) = Scale(Math.Max(2, roster.Count), Math.Max(1, ranks.Count), earlier is not null);
        bonus = [.. debts.Select(debt => checked(2 * CostOfTrio * (1 + ranks[debt])))];
        ties = new TieBreak(roster, Ties);
    }

    /// <summary>What a trio costs: more than all repeats and all quality together, less than a person.</summary>
    public long CostOfTrio { get; }

    /// <summary>What it is worth that two stay together in a plan that is made again: more than all repeats and all quality together, less than a trio costs.</summary>
    public long WorthOfKeeping { get; }

    /// <summary>What meeting again costs: more than all quality together.</summary>
    public long CostOfRepeat { get; }

    /// <summary>What one more conversation of the same giver costs, the dearer the more they have, so that work is spread.</summary>
    public long CostOfExtraSeat(int number) => (number + 1) * LoadOfGiving * Step;

    /// <summary>A point of quality.</summary>
    public long Step { get; }

    /// <summary>Tie-breaks are 0 to this, itself excluded.</summary>
    public int Ties { get; }

    public long BonusOf(int person) => bonus[person];

    public long WorthOf(in CandidatePair pair) =>
        checked(pair.Quality * Step + TieOf(pair.Seeker, pair.Giver) - (pair.IsRepeat ? CostOfRepeat : 0) + (IsKept(pair) ? WorthOfKeeping : 0));

    public int TieOf(int one, int other) => ties.Between(one, other);

    // Besides somebody else, only with the same giver: so no two are worth keeping twice.
    private bool IsKept(in CandidatePair pair) => earlier is not null && earlier.TryGetValue(pair.Ends, out var giver) && (!pair.IsBesides || pair.Giver == giver);

    private static (int Ties, long Step, long Repeat, long Keeping, long Trio) Scale(int people, int ranks, bool isAgain)
    {
        for (var t = isAgain ? 1 : MostTies; t >= 1; t /= 2)
        {
            var step = t == 1 ? 1 : (Int128)people * t;
            var pair = (Judge.MostQuality + Roster.MostExtraSeats * (Int128)LoadOfGiving) * step + t;
            var repeat = isAgain ? pair : people * pair;
            var keeping = isAgain ? people * (pair + repeat) : 0;
            var trio = isAgain ? people * (pair + repeat + keeping) : 2 * people * repeat;
            if (2 * (2 * trio) * ranks + repeat + keeping <= Matching.Graph.LargestValue) return (t, (long)step, (long)repeat, (long)keeping, (long)trio);
        }

        throw new InvalidOperationException($"{people} people with {ranks} kinds of debt are beyond what one round can weigh exactly.");
    }
}
