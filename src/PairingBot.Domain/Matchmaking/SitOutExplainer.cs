using System.Numerics;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// Finds what really kept somebody out, and says it. The binding rule is one that, lifted alone, would have given a partner; among several, the one that would
/// have given most. A silent wish that binds is told in the words of several rules together, so it can't be read from them.
/// </summary>
internal sealed class SitOutExplainer(Roster roster, Judge judge, CandidatePairs pairs)
{
    public PlannedSitOut Explain(RosterEntry person, bool isOddOne)
    {
        var (reason, explanation) =
            roster.Count == 1 ? (SitOutReasons.NobodyElse, "You were the only one taking part this time. As soon as somebody else joins, you have a partner.")
            : pairs.HasPartner(person.Index) ? NeededElsewhere(isOddOne)
            : NobodyPossible(person);
        return new PlannedSitOut(person.Facts.PersonId, reason, explanation);
    }

    private static (string, string) NeededElsewhere(bool isOddOne) => isOddOne
        ? (SitOutReasons.OddOne,
            "Everybody who could have met you was needed for somebody else: you were the odd one, and no pair could take a third. "
            + "One more person would change that.")
        : (SitOutReasons.NoPartnerFree,
            "There were people right for you, but each was the partner of somebody else in the plan that lets most people meet. "
            + "More people, or one more kind of conversation that you say yes to, would change that.");

    private (string, string) NobodyPossible(RosterEntry person)
    {
        var rules = CriterionCatalog.Required;
        var alone = new int[rules.Length];
        var nearest = new Fit[rules.Length];
        var wanted = false;
        foreach (var fit in WantedFits(person))
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
        if (silent || alone[binding] == 0) return (SitOutReasons.NobodyAllowed, SitOutReasons.NobodyAllowedExplanation);

        return (rules[binding].SitOutReason, rules[binding].Explain(person, nearest[binding]));
    }

    private IEnumerable<Fit> WantedFits(RosterEntry person)
    {
        foreach (var other in roster.People)
        {
            if (other == person) continue;

            for (var type = 0; type < roster.Types.Count; type++)
            {
                var asSeeker = judge.FitOf(person, other, type);
                if (asSeeker.IsWanted) yield return asSeeker;
                if (roster.Types[type].IsSymmetric) continue;

                var asGiver = judge.FitOf(other, person, type);
                if (asGiver.IsWanted) yield return asGiver;
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
            (0, 0) => "This program does not offer the kind of conversation that you asked for. Say yes to one that it offers, and you will be matched.",
            (0, _) => $"You are ready to be {Or(offered)}, and nobody free was looking for one this time. "
                + "Looking for something yourself as well would change that.",
            (_, 0) => $"You are looking for {Or(sought)}, and nobody free was ready for that this time. "
                + "One more kind of conversation that you say yes to would change that.",
            _ => $"You are looking for {Or(sought)} and ready to be {Or(offered)}, and nobody free wanted the other side of it this time. "
                + "One more kind of conversation that you say yes to would change that.",
        };
    }

    private static string Or(List<string> labels) =>
        labels.Count == 1 ? labels[0] : string.Join(", ", labels.Take(labels.Count - 1)) + " or " + labels[^1];
}
