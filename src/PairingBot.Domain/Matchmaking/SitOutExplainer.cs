using System.Numerics;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Finds what really kept somebody out, and says it. The binding rule is one that, lifted alone, would have given a partner; among several, the one that would
/// have given most. A silent wish that binds is told in the words of several rules together, so it can't be read from them. Every sentence is true of the plan:
/// whoever had possible partners is told what meeting them would have cost somebody else, and nothing is said to help unless it would.
/// </summary>
internal sealed class SitOutExplainer(Roster roster, Judge judge, CandidatePairs pairs, IReadOnlyList<Table> tables, IReadOnlyList<RosterEntry> leftOut)
{
    // Everybody is asked about for everybody who is left out, unless those are very many: then they share so many questions. What is said stays true, it may only be less particular.
    private const int LeastAskedAbout = 2_000;
    private const int QuestionsInAll = 20_000_000;

    private readonly int mostAskedAbout = Math.Max(LeastAskedAbout, QuestionsInAll / Math.Max(1, leftOut.Count));
    private readonly Lazy<(Roster Roster, Judge Judge)> withResting = new(() =>
    {
        var facts = leftOut.Select(person => person.Facts).Concat(roster.Snapshot.Resting).DistinctBy(person => person.PersonId);
        var both = new Roster(roster.Snapshot with { Candidates = [.. facts], Resting = [] });
        return (both, new Judge(both));
    });

    private readonly Remedies remedies = new(roster, judge, tables);
    private readonly Dictionary<int, int> mates = MatesOf(tables);

    public PlannedSitOut Explain(RosterEntry person, bool isOddOne)
    {
        var (reason, explanation) =
            roster.Count == 1 ? (SitOutReasons.NobodyElse, Texts.Plain("matching.nobody-else"))
            : pairs.HasPartner(person.Index) ? NeededElsewhere(person, isOddOne)
            : SuitsSomebodyResting(person) ? (SitOutReasons.PartnerResting, Texts.Plain("matching.partner-resting"))
            : NobodyPossible(person);
        return new PlannedSitOut(person.Facts.PersonId, reason, explanation);
    }

    /// <summary>Whether somebody who pauses, or sits this round out, would have been allowed. How many, and who, is theirs.</summary>
    private bool SuitsSomebodyResting(RosterEntry person)
    {
        var resting = roster.Snapshot.Resting;
        if (resting.Count == 0) return false;

        var (both, rules) = withResting.Value;
        var here = both.IndexOf(person.Facts.PersonId);
        return resting.Take(mostAskedAbout).Any(other => rules.Best(here, both.IndexOf(other.PersonId)) is not null);
    }

    private (string, string) NeededElsewhere(RosterEntry person, bool isOddOne) => isOddOne
        ? (SitOutReasons.OddOne, Texts.Plain("matching.odd-one"))
        : (SitOutReasons.NoPartnerFree, Cost(person, Change("suit", person)));

    /// <summary>
    /// What it would have cost to give this person a partner. The last sentence of a round in pairs holds because no plan lets more people meet; in groups nobody knows the
    /// best plan, so there it is not said.
    /// </summary>
    private string Cost(RosterEntry person, string change)
    {
        if (roster.Snapshot.Rules.GroupSize > 2) return Texts.Plain("matching.no-partner-free.groups", ("change", change));

        var (wereOnlyPartners, haveWaitedLonger) = (true, true);
        for (var other = 0; other < Math.Min(roster.Count, mostAskedAbout) && (wereOnlyPartners || haveWaitedLonger); other++)
        {
            if (other == person.Index || pairs.Between(person.Index, other) is null) continue;

            var rival = mates.GetValueOrDefault(other, Seating.None);
            wereOnlyPartners &= rival != Seating.None && pairs.HasOnePartner(rival);
            haveWaitedLonger &= rival != Seating.None && roster.People[rival].Facts.TimesLeftOut > person.Facts.TimesLeftOut;
        }

        // Of people who were not asked about, nothing is said.
        if (roster.Count <= mostAskedAbout && wereOnlyPartners) return Texts.Plain("matching.no-partner-free.only-partners", ("change", change));
        if (roster.Count <= mostAskedAbout && haveWaitedLonger) return Texts.Plain("matching.no-partner-free.waited-longer", ("change", change));

        return Texts.Plain("matching.no-partner-free", ("change", change));
    }

    private string Change(string who, RosterEntry person) => Texts.Plain($"matching.change.{who}", ("kind", remedies.OneMoreKindHelps(person)));

    /// <summary>Of those who meet in pairs, whom.</summary>
    private static Dictionary<int, int> MatesOf(IReadOnlyList<Table> tables)
    {
        var found = new Dictionary<int, int>();
        foreach (var table in tables.Where(table => table.People.Count == 2)) (found[table.People[0]], found[table.People[1]]) = (table.People[1], table.People[0]);
        return found;
    }

    private (string, string) NobodyPossible(RosterEntry person)
    {
        var rules = CriterionCatalog.Required;
        var alone = new int[rules.Length];
        var nearest = new Fit[rules.Length];
        var wanted = false;
        foreach (var fit in WantedFits(person).Take(mostAskedAbout))
        {
            wanted = true;
            var against = RulesAgainst(fit);
            if (BitOperations.PopCount(against) != 1) continue;

            var rule = BitOperations.TrailingZeroCount(against);
            if (alone[rule]++ == 0) nearest[rule] = fit;
        }

        if (!wanted) return (SitOutReasons.NoMatchingWish, NoMatchingWish(person));

        var silent = Enumerable.Range(0, rules.Length).Any(rule => rules[rule] is DoNotMatch && alone[rule] > 0);
        var binding = Enumerable.Range(0, rules.Length).MaxBy(rule => alone[rule]);
        if (silent || alone[binding] == 0) return (SitOutReasons.NobodyAllowed, Texts.Plain("matching.nobody-allowed", ("change", Change("people", person))));

        return (rules[binding].SitOutReason, rules[binding].Explain(person, nearest[binding]));
    }

    private IEnumerable<Fit> WantedFits(RosterEntry person)
    {
        foreach (var other in roster.People)
        {
            if (other == person) continue;

            for (var type = 0; type < roster.Types.Count; type++)
            {
                if (person.Seeks(type) >= 0 && other.Offers(type) >= 0) yield return judge.FitOf(person, other, type);
                if (!roster.Types[type].IsSymmetric && other.Seeks(type) >= 0 && person.Offers(type) >= 0) yield return judge.FitOf(other, person, type);
            }
        }
    }

    private static uint RulesAgainst(in Fit fit)
    {
        var against = 0u;
        for (var rule = 0; rule < CriterionCatalog.Required.Length; rule++)
        {
            if (CriterionCatalog.Required[rule].Forbids(fit)) against |= 1u << rule;
        }

        return against;
    }

    private string NoMatchingWish(RosterEntry person)
    {
        var sought = roster.Types.Where((_, type) => person.Seeks(type) >= 0).Select(type => type.SoughtLabel).ToList();
        var offered = roster.Types.Where((type, index) => !type.IsSymmetric && person.Offers(index) >= 0).Select(type => type.OfferedLabel).ToList();
        return (sought.Count, offered.Count) switch
        {
            (0, 0) => Texts.Plain("matching.no-matching-wish"),
            (0, _) => Texts.Plain("matching.no-matching-wish.offered", ("offered", Texts.Or(offered)), ("change", Change("look", person))),
            (_, 0) => Texts.Plain("matching.no-matching-wish.sought", ("sought", Texts.Or(sought)), ("change", Change("ready", person))),
            _ => Texts.Plain("matching.no-matching-wish.both", ("sought", Texts.Or(sought)), ("offered", Texts.Or(offered)), ("change", Change("wish", person))),
        };
    }
}
