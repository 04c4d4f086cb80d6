using System.Runtime.InteropServices;
using PairingBot.Domain.Matchmaking.Criteria;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Matchmaking;

/// <summary>
/// The most that two people can be to each other in one relationship, told without asking the criteria, in points of quality, in three parts: by what they share with
/// many others (level and years; working hours: a table each), by words that may meet, and by places. Never less than the truth; a criterion that is not known here counts as if it were
/// fully met. What a <see cref="PersonalCriterion"/> gives to one side is left out: it is known exactly, and stands beside each person.
/// </summary>
internal sealed class RelationshipBounds
{
    /// <summary>What the tables hold where a rule forbids.</summary>
    public const int Forbidden = int.MinValue / 4;

    // A table for more would be larger than it is worth.
    private const int MostTrades = 300;

    private readonly RelationshipType type;
    private readonly bool restsOnSkills;
    private readonly int[] ground;
    private readonly int[] hours;
    private readonly int grounds;
    private readonly int hoursKinds;
    private readonly int[] places;
    private readonly WordMatch[][] matches;
    private readonly int[] seekerGround;
    private readonly int[] giverGround;
    private readonly int[] seekerHours;
    private readonly int[] giverHours;

    public RelationshipBounds(Roster roster, Judge judge, int typeIndex)
    {
        (type, TypeIndex) = (roster.Types[typeIndex], typeIndex);
        (IsSymmetric, restsOnSkills) = (type.IsSymmetric, type.RestsOnSkills);
        Seekers = [.. roster.People.Where(person => person.Seeks(typeIndex) >= 0).Select(person => (person.Index, judge.OwnPart(typeIndex, person.Index, gives: false)))];
        Givers = IsSymmetric ? Seekers : [.. roster.People.Where(person => person.Offers(typeIndex) >= 0).Select(person => (person.Index, judge.OwnPart(typeIndex, person.Index, gives: true)))];
        var examples = !restsOnSkills ? roster.Experiences : roster.Trades.Count <= MostTrades ? roster.Trades : [];
        (grounds, hoursKinds) = (examples.Count, roster.Hours.AreKindsFew ? roster.Hours.Examples.Count : 0);
        ground = grounds == 0 ? [100 * Weight<ExperienceGap>()] : [.. Pairs(examples).Select(pair => MostOfGround(pair.One.Facts, pair.Other.Facts))];
        hours = roster.Hours.AreKindsFew ? [.. Pairs(roster.Hours.Examples).Select(pair => MostHours(roster, pair.One, pair.Other))] : [100 * Weight<MoreSharedHours>()];
        places = [.. Enumerable.Range(0, 256).Select(MostOfPlaces)];
        MostOfAllPlaces = places.Max();
        matches = [.. Enumerable.Range(0, 4).Select(goals => Matches(areGoalsKnown: (goals & 1) != 0 && (goals == 3 || !IsSymmetric)))];
        (seekerGround, giverGround) = (Alike(ground, grounds, gives: false), Alike(ground, grounds, gives: true));
        (seekerHours, giverHours) = (Alike(hours, hoursKinds, gives: false), Alike(hours, hoursKinds, gives: true));
    }

    public int TypeIndex { get; }

    public bool IsSymmetric { get; }

    /// <summary>Who wishes to be on this side, and what that side of theirs brings to every pair (<see cref="PersonalCriterion"/>).</summary>
    public IReadOnlyList<(int Person, int OwnPart)> Seekers { get; }

    public IReadOnlyList<(int Person, int OwnPart)> Givers { get; }

    /// <summary>The most of <see cref="OfPlaces"/>.</summary>
    public int MostOfAllPlaces { get; }

    /// <summary>A number for all who are the same to everybody on the other side, as far as <see cref="OfKinds"/> and the knowledge of goals go.</summary>
    public long KindOf(RosterEntry person, bool gives)
    {
        var own = grounds == 0 ? 0 : (gives ? giverGround : seekerGround)[GroundOf(person)];
        var when = hoursKinds == 0 ? 0 : (gives ? giverHours : seekerHours)[person.Hours];
        return ((long)own << 32) | ((long)when << 1) | (person.Goal.IsEmpty ? 0L : 1L);
    }

    /// <summary>The most for people like these two; negative where a rule forbids it. What words and places bring comes on top.</summary>
    public int OfKinds(RosterEntry seeker, RosterEntry giver) =>
        ground[grounds == 0 ? 0 : GroundOf(seeker) * grounds + GroundOf(giver)] + hours[hoursKinds == 0 ? 0 : seeker.Hours * hoursKinds + giver.Hours];

    /// <summary>How words may meet, and the most it brings, the best first; where nothing is said of some meeting, it is forbidden. Never empty.</summary>
    public ReadOnlySpan<WordMatch> WordMatches(bool seekerHasGoal, bool giverHasGoal) => matches[(seekerHasGoal ? 1 : 0) | (giverHasGoal ? 2 : 0)];

    /// <summary>What these two bring by where they work and how long.</summary>
    public int OfPlaces(in Background one, in Background other) => places[PlaceBits(one, other)];

    private static int PlaceBits(in Background one, in Background other) =>
        (one.Department != 0 & other.Department != 0 ? 1 : 0) | (one.Department != other.Department ? 2 : 0)
        | (one.Place != 0 & other.Place != 0 ? 4 : 0) | (one.Place != other.Place ? 8 : 0)
        | (one.Job != 0 & other.Job != 0 ? 16 : 0) | (one.Job != other.Job ? 32 : 0)
        | ((one.Years | other.Years) >= 0 ? 64 : 0) | (DifferentBackground.AreOtherGenerations(one.Years, other.Years) ? 128 : 0);

    private static IEnumerable<(RosterEntry One, RosterEntry Other)> Pairs(IReadOnlyList<RosterEntry> kinds) =>
        from one in kinds from other in kinds select (one, other);

    /// <summary>Numbers for seekers (rows of a table) or givers (columns), the same where all that the table says of them is the same.</summary>
    private static int[] Alike(int[] table, int count, bool gives)
    {
        var (lines, first, numbers) = (new int[count][], new List<int>(), new int[count]);
        for (var line = 0; line < count; line++)
        {
            lines[line] = [.. Enumerable.Range(0, count).Select(other => gives ? table[other * count + line] : table[line * count + other])];
            numbers[line] = first.FindIndex(one => lines[one].AsSpan().SequenceEqual(lines[line]));
            if (numbers[line] >= 0) continue;

            numbers[line] = first.Count;
            first.Add(line);
        }

        return numbers;
    }

    /// <summary>Goals and skills; and whatever is not known here.</summary>
    private WordMatch[] Matches(bool areGoalsKnown)
    {
        var most = from goals in Enumerable.Range(0, WordBlocks.GoalSteps)
                   from skills in Enumerable.Range(restsOnSkills ? 1 : 0, WordBlocks.SkillSteps - (restsOnSkills ? 1 : 0) - (IsSymmetric ? 0 : 1))
                   select new WordMatch(goals, skills, Weight<GoalFit>() * GoalFit.Most(goals, areGoalsKnown) + Weight<SkillFit>() * SkillFit.Most(skills > 0, skills > 1, IsSymmetric) + 100 * WeightOfOthers());
        return [.. most.OrderByDescending(match => match.Most).ThenByDescending(match => match.Goals).ThenByDescending(match => match.Skills)];
    }

    private int MostOfPlaces(int bits)
    {
        bool? Differ(int bit) => (bits & (1 << bit)) == 0 ? null : (bits & (2 << bit)) != 0;
        return Weight<OtherDepartment>() * OtherDepartment.Score(Differ(0)) + Weight<DifferentBackground>() * DifferentBackground.Score(Differ(2), Differ(4), Differ(6));
    }

    private int WeightOfOthers() =>
        CriterionCatalog.Weighted.Where(criterion => criterion is not (PersonalCriterion or GoalFit or SkillFit or OtherDepartment or DifferentBackground or ExperienceGap or MoreSharedHours))
            .Sum(criterion => CriterionWeights.Of(type.Key, criterion.Key));

    /// <summary>What the rule of experience stands on, besides skills: trades where it rests on those, else level and years.</summary>
    private int GroundOf(RosterEntry person) => restsOnSkills ? person.Trade : person.Experience;

    private int MostOfGround(Candidate seeker, Candidate giver)
    {
        var (below, above) = restsOnSkills ? (WithTheSkill(seeker, 1), WithTheSkill(giver, 3)) : (WithNothingElse(seeker), WithNothingElse(giver));
        return type.Forbids(below, above) is not null ? Forbidden : Weight<ExperienceGap>() * (restsOnSkills ? 100 : type.ExperienceFit(below, above));
    }

    private static Candidate WithNothingElse(Candidate person) =>
        new() { PersonId = person.PersonId, Name = person.Name, Level = person.Level, YearsOfExperience = person.YearsOfExperience };

    private static Candidate WithTheSkill(Candidate person, int level) =>
        new() { PersonId = person.PersonId, Name = person.Name, Department = person.Department, Title = person.Title, SkillsWanted = [new SkillFact("skill", level)], SkillsOffered = [new SkillFact("skill", level)] };

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

/// <summary>Words that meet so far (<see cref="WordBlocks.GoalSteps"/>, <see cref="WordBlocks.SkillSteps"/>), and the most that it brings.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordMatch(int Goals, int Skills, int Most);
