using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The most that two people can be to each other in one relationship, told without asking the criteria, in points of quality. Two steps: by what they share with
/// many others (level and years; working hours: a table each), then at a glance. Never less than the truth; a criterion that is not known here counts as if it were
/// fully met. What a <see cref="PersonalCriterion"/> gives to one side is left out: it is known exactly, and stands beside each person.
/// </summary>
internal sealed class RelationshipBounds
{
    /// <summary>What the tables hold where a rule forbids.</summary>
    public const int Forbidden = int.MinValue / 4;

    private readonly RelationshipType type;
    private readonly bool restsOnSkills;
    private readonly int[] experience;
    private readonly int[] hours;
    private readonly int experiences;
    private readonly int hoursKinds;
    private readonly int[] words;
    private readonly int[] places;
    private readonly int mostOfPlaces;
    private readonly int[] mostAtAGlance;

    public RelationshipBounds(Roster roster, Judge judge, int typeIndex)
    {
        (type, TypeIndex) = (roster.Types[typeIndex], typeIndex);
        (IsSymmetric, restsOnSkills) = (type.IsSymmetric, type.RestsOnSkills);
        Seekers = [.. roster.People.Where(person => person.Seeks(typeIndex) >= 0).Select(person => (person.Index, judge.OwnPart(typeIndex, person.Index, gives: false)))];
        Givers = IsSymmetric ? Seekers : [.. roster.People.Where(person => person.Offers(typeIndex) >= 0).Select(person => (person.Index, judge.OwnPart(typeIndex, person.Index, gives: true)))];
        (experiences, hoursKinds) = (roster.Experiences.Count, roster.Hours.AreKindsFew ? roster.Hours.Examples.Count : 0);
        experience = [.. Pairs(roster.Experiences).Select(pair => MostExperience(pair.One.Facts, pair.Other.Facts))];
        hours = roster.Hours.AreKindsFew ? [.. Pairs(roster.Hours.Examples).Select(pair => MostHours(roster, pair.One, pair.Other))] : [100 * Weight<MoreSharedHours>()];
        words = [.. Enumerable.Range(0, 512).Select(MostOfWords)];
        places = [.. Enumerable.Range(0, 256).Select(MostOfPlaces)];
        mostOfPlaces = places.Max();
        mostAtAGlance = [.. Enumerable.Range(0, 4).Select(goals => mostOfPlaces + Enumerable.Range(0, 512).Where(bits => (bits & 1) == (goals & 1) && ((bits >> 5) & 1) == goals >> 1).Max(bits => words[bits]))];
    }

    public int TypeIndex { get; }

    public bool IsSymmetric { get; }

    /// <summary>Who wishes to be on this side, and what that side of theirs brings to every pair (<see cref="PersonalCriterion"/>).</summary>
    public IReadOnlyList<(int Person, int OwnPart)> Seekers { get; }

    public IReadOnlyList<(int Person, int OwnPart)> Givers { get; }

    /// <summary>The most for people of these experiences and hours; negative where a rule forbids it. Without <see cref="MostAtAGlance"/>.</summary>
    public int OfKinds(int seekerExperience, int giverExperience, int seekerHours, int giverHours) =>
        experience[seekerExperience * experiences + giverExperience] + hours[hoursKinds == 0 ? 0 : seekerHours * hoursKinds + giverHours];

    /// <summary>The most of <see cref="AtAGlance"/>, as far as it is known who has a goal.</summary>
    public int MostAtAGlance(bool seekerHasGoal, bool giverHasGoal) => mostAtAGlance[(seekerHasGoal ? 1 : 0) | (giverHasGoal && IsSymmetric ? 2 : 0)];

    /// <summary>What is to be added to <see cref="OfKinds"/> for these two; or <see cref="Forbidden"/>, where so many times <paramref name="point"/> is no more than <paramref name="needed"/>.</summary>
    public int AtAGlance(in Glance seeker, in Glance giver, long point, long needed)
    {
        var skill = seeker.Wanted & giver.Offered;
        var bits = Bit(seeker.Goal) | Bit(seeker.Goal & giver.Offered) << 1 | Bit(seeker.Topics & giver.Topics) << 2 | Bit(seeker.Goal & giver.Title) << 3 | Bit(skill) << 4;
        if (IsSymmetric) bits |= Bit(giver.Goal) << 5 | Bit(giver.Goal & seeker.Offered) << 6 | Bit(giver.Goal & seeker.Title) << 7 | Bit(giver.Wanted & seeker.Offered) << 8;
        var most = words[bits];
        return point * (most + mostOfPlaces) <= needed || (restsOnSkills && skill == 0) ? Forbidden : most + places[PlaceBits(seeker, giver)];
    }

    private static int PlaceBits(in Glance one, in Glance other) =>
        (one.Department != 0 & other.Department != 0 ? 1 : 0) | (one.Department != other.Department ? 2 : 0)
        | (one.Place != 0 & other.Place != 0 ? 4 : 0) | (one.Place != other.Place ? 8 : 0)
        | (one.Job != 0 & other.Job != 0 ? 16 : 0) | (one.Job != other.Job ? 32 : 0)
        | ((one.Years | other.Years) >= 0 ? 64 : 0) | (DifferentBackground.AreOtherGenerations(one.Years, other.Years) ? 128 : 0);

    private static int Bit(ulong shared) => shared != 0 ? 1 : 0;

    private static IEnumerable<(RosterEntry One, RosterEntry Other)> Pairs(IReadOnlyList<RosterEntry> kinds) =>
        from one in kinds from other in kinds select (one, other);

    /// <summary>Goals and skills; and whatever is not known here.</summary>
    private int MostOfWords(int bits)
    {
        bool Has(int bit) => (bits & (1 << bit)) != 0;
        var forth = GoalFit.Most(Has(0), Has(1), Has(2), Has(3));
        var goal = IsSymmetric ? Math.Max(forth, GoalFit.Most(Has(5), Has(6), Has(2), Has(7))) : forth;
        return Weight<GoalFit>() * goal + Weight<SkillFit>() * SkillFit.Most(Has(4), Has(8), IsSymmetric) + 100 * WeightOfOthers();
    }

    private int MostOfPlaces(int bits)
    {
        bool? Differ(int bit) => (bits & (1 << bit)) == 0 ? null : (bits & (2 << bit)) != 0;
        return Weight<OtherDepartment>() * OtherDepartment.Score(Differ(0)) + Weight<DifferentBackground>() * DifferentBackground.Score(Differ(2), Differ(4), Differ(6));
    }

    private int WeightOfOthers() =>
        CriterionCatalog.Weighted.Where(criterion => criterion is not (PersonalCriterion or GoalFit or SkillFit or OtherDepartment or DifferentBackground or ExperienceGap or MoreSharedHours))
            .Sum(criterion => CriterionWeights.Of(type.Key, criterion.Key));

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
        var fit = new Fit(one, other, type, TypeIndex, roster.PairFactsOf(one, other));
        return CriterionCatalog.Required.Any(rule => rule is SharedWorkingHours && rule.Forbids(fit))
            ? Forbidden
            : CriterionCatalog.Weighted.Sum(criterion => criterion is MoreSharedHours ? Weight<MoreSharedHours>() * criterion.Score(fit) : 0);
    }

    private int Weight<T>()
        where T : WeightedCriterion => CriterionWeights.Of(type.Key, CriterionCatalog.Weighted.OfType<T>().Single().Key);
}
