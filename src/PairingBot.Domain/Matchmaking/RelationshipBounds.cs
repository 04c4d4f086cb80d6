using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The most that two people can be to each other in one relationship, told without asking the criteria, in points of quality. Two steps: by their kinds of
/// experience and of hours (a table each), then at a glance. Never less than the truth; a criterion that is not known here counts as if it were fully met.
/// What a <see cref="PersonalCriterion"/> gives to one side is left out: it is known exactly, and stands beside each person.
/// </summary>
internal sealed class RelationshipBounds
{
    /// <summary>What the tables hold where kinds already forbid.</summary>
    public const int Forbidden = int.MinValue / 2;

    private readonly RelationshipType type;
    private readonly int typeIndex;
    private readonly bool restsOnSkills;
    private readonly int[] experience;
    private readonly int[] hours;
    private readonly int experiences;
    private readonly int hoursKinds;
    private readonly int goal;
    private readonly int skill;
    private readonly int department;
    private readonly int background;
    private readonly int others;

    public RelationshipBounds(Roster roster, Glances glances, int typeIndex)
    {
        (type, this.typeIndex) = (roster.Types[typeIndex], typeIndex);
        (IsSymmetric, restsOnSkills) = (type.IsSymmetric, type.RestsOnSkills);
        (experiences, hoursKinds) = (glances.KindsOfExperience.Count, glances.KindsOfHours.Count);
        (goal, skill) = (Weight<GoalFit>(), Weight<SkillFit>());
        (department, background) = (Weight<OtherDepartment>(), Weight<DifferentBackground>());
        var known = goal + skill + department + background + Weight<ExperienceGap>() + Weight<MoreSharedHours>();
        var impersonal = CriterionCatalog.Weighted.Where(criterion => criterion is not PersonalCriterion).Sum(criterion => CriterionWeights.Of(type.Key, criterion.Key));
        others = 100 * (impersonal - known);
        Seekers = [.. roster.People.Where(person => person.Seeks(typeIndex) >= 0).Select(person => (person.Index, OwnPart(person, gives: false)))];
        Givers = IsSymmetric ? Seekers : [.. roster.People.Where(person => person.Offers(typeIndex) >= 0).Select(person => (person.Index, OwnPart(person, gives: true)))];
        experience = [.. Pairs(glances.KindsOfExperience).Select(pair => MostExperience(pair.One.Facts, pair.Other.Facts))];
        hours = glances.AreHoursKnown ? [.. Pairs(glances.KindsOfHours).Select(pair => MostHours(roster, pair.One, pair.Other))] : [100 * Weight<MoreSharedHours>()];
    }

    public int TypeIndex => typeIndex;

    /// <summary>Who wishes to be on this side, and what that side of theirs brings to every pair (<see cref="PersonalCriterion"/>).</summary>
    public IReadOnlyList<(int Person, int OwnPart)> Seekers { get; }

    public IReadOnlyList<(int Person, int OwnPart)> Givers { get; }

    public bool IsSymmetric { get; }

    /// <summary>The most for people of these kinds, or <see cref="Forbidden"/> or less.</summary>
    public int MostOfKinds(int seekerExperience, int giverExperience, int seekerHours, int giverHours) =>
        OfKinds(seekerExperience, giverExperience, seekerHours, giverHours) + others + 100 * (goal + skill + department + background);

    /// <summary>The same before the two were looked at: to be added to <see cref="AtAGlance"/>.</summary>
    public int OfKinds(int seekerExperience, int giverExperience, int seekerHours, int giverHours) =>
        experience[seekerExperience * experiences + giverExperience] + hours[seekerHours * hoursKinds + giverHours];

    public int AtAGlance(in Glance seeker, in Glance giver)
    {
        if (restsOnSkills && (seeker.Wanted & giver.Offered) == 0) return Forbidden;

        return others
            + goal * GoalFit.Most(seeker, giver, IsSymmetric)
            + skill * SkillFit.Most(seeker, giver, IsSymmetric)
            + department * OtherDepartment.Most(seeker, giver)
            + background * DifferentBackground.Most(seeker, giver);
    }

    private int OwnPart(RosterEntry person, bool gives)
    {
        var sum = 0;
        foreach (var criterion in CriterionCatalog.Weighted)
        {
            if (criterion is PersonalCriterion personal) sum += CriterionWeights.Of(type.Key, criterion.Key) * personal.Part(person, gives, typeIndex);
        }

        return sum;
    }

    private static IEnumerable<(RosterEntry One, RosterEntry Other)> Pairs(IReadOnlyList<RosterEntry> kinds) =>
        from one in kinds from other in kinds select (one, other);

    private int MostExperience(Candidate seeker, Candidate giver)
    {
        if (restsOnSkills) return 100 * Weight<ExperienceGap>();

        var (below, above) = (WithNothingElse(seeker), WithNothingElse(giver));
        return type.Forbids(below, above) is null ? Weight<ExperienceGap>() * type.ExperienceFit(below, above) : Forbidden;
    }

    private static Candidate WithNothingElse(Candidate person) =>
        new() { PersonId = person.PersonId, Name = person.Name, Level = person.Level, YearsOfExperience = person.YearsOfExperience };

    private int MostHours(Roster roster, RosterEntry one, RosterEntry other)
    {
        var fit = new Fit(one, other, type, typeIndex, roster.PairFactsOf(one, other));
        return CriterionCatalog.Required.Any(rule => rule is SharedWorkingHours && rule.Forbids(fit))
            ? Forbidden
            : CriterionCatalog.Weighted.Sum(criterion => criterion is MoreSharedHours ? Weight<MoreSharedHours>() * criterion.Score(fit) : 0);
    }

    private int Weight<T>()
        where T : WeightedCriterion => CriterionWeights.Of(type.Key, CriterionCatalog.Weighted.OfType<T>().Single().Key);
}
