using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>The rules once more, written apart from the matchmaker, to judge its plans by.</summary>
internal sealed class HardRules(RoundSnapshot snapshot)
{
    private readonly Dictionary<Guid, Candidate> people = snapshot.Candidates.ToDictionary(candidate => candidate.PersonId);

    public void AssertKept(PairingPlan plan)
    {
        var seen = new HashSet<Guid>();
        var met = new HashSet<(Guid, Guid)>();
        foreach (var group in plan.Pairings.SelectMany(pairing => pairing.Members.Select(member => (pairing, member))).GroupBy(seat => seat.member.PersonId))
        {
            Assert.InRange(group.Count(), 1, Math.Max(1, people[group.Key].Capacity));
            Assert.True(group.Count(seat => !Gives(seat.pairing, seat.member)) <= 1, "a person receives twice");
        }

        foreach (var pairing in plan.Pairings)
        {
            Assert.InRange(pairing.Members.Count, 2, Math.Max(3, snapshot.Rules.GroupSize));
            Assert.Contains(pairing.RelationshipType, snapshot.Rules.RelationshipTypes);
            foreach (var member in pairing.Members) seen.Add(member.PersonId);
            Assert.Equal(pairing.Members.Count, pairing.Members.DistinctBy(member => member.PersonId).Count());
            foreach (var (one, other) in pairing.Members.SelectMany(one => pairing.Members.Where(other => one.PersonId < other.PersonId).Select(other => (one, other))))
                Assert.True(met.Add((one.PersonId, other.PersonId)), "two people are paired twice");
            AssertSidesFit(pairing);
            for (var i = 0; i < pairing.Members.Count; i++)
            {
                for (var j = i + 1; j < pairing.Members.Count; j++) AssertMayMeet(pairing.RelationshipType, pairing.Members[i].PersonId, pairing.Members[j].PersonId);
            }
        }

        foreach (var sitOut in plan.SitOuts) Assert.True(seen.Add(sitOut.PersonId), "a person is paired and left out");
        Assert.Equal(snapshot.Candidates.Count, seen.Count);
    }

    private static bool Gives(PlannedPairing pairing, PlannedMember member) =>
        RelationshipCatalog.Find(pairing.RelationshipType) is { IsSymmetric: false } type && member.Role == type.GiverRole.Key;

    private void AssertSidesFit(PlannedPairing pairing)
    {
        var type = RelationshipCatalog.Find(pairing.RelationshipType)!;
        var seekers = pairing.Members.Where(member => member.Role == type.SeekerRole.Key).Select(member => people[member.PersonId]).ToList();
        var givers = type.IsSymmetric ? seekers : pairing.Members.Where(member => member.Role == type.GiverRole.Key).Select(member => people[member.PersonId]).ToList();
        Assert.Equal(pairing.Members.Count, type.IsSymmetric ? seekers.Count : seekers.Count + givers.Count);
        Assert.True(type.IsSymmetric || seekers.Count == 1 || givers.Count == 1);
        foreach (var (seeker, giver) in seekers.SelectMany(seeker => givers.Where(giver => giver != seeker).Select(giver => (seeker, giver))))
        {
            Assert.True(Wants(seeker, seeker.Seeks, seeker.Offers, type) && Wants(giver, giver.Offers, giver.Seeks, type), "somebody is given what they did not ask for");
            Assert.Null(type.Forbids(seeker, giver));
            Assert.True(IsRight(type.Key, seeker, giver), $"{giver.Name} is no {type.GiverRole.Key} for {seeker.Name}");
        }
    }

    /// <summary>Who is right for whom, as it was specified: a fact that nobody has told forbids only where the relationship cannot do without it.</summary>
    private static bool IsRight(string type, Candidate seeker, Candidate giver)
    {
        int? levels = giver.Level - seeker.Level, years = giver.YearsOfExperience - seeker.YearsOfExperience;
        var named = seeker.SkillsWanted.SelectMany(wanted => giver.SkillsOffered.Where(offered => offered.Name == wanted.Name).Select(offered => offered.Level - wanted.Level)).ToList();
        return type switch
        {
            "mentor" => levels is null or (>= 1 and <= 4) && years is not > 25 && (years is not < 5 || levels is >= 2),
            "coach" => named.Exists(steps => steps is >= 1 and <= 3),
            "sponsor" => giver.Level >= 4 && levels is not < 2
                && (seeker.Department is null || giver.Department is null || seeker.Department == giver.Department
                    || giver.SkillsOffered.Any(skill => seeker.SkillsOffered.Concat(seeker.SkillsWanted).Any(own => own.Name == skill.Name))),
            _ => Math.Abs(levels ?? 0) <= 1,
        };
    }

    private static bool Wants(Candidate person, IReadOnlyList<string> list, IReadOnlyList<string> other, RelationshipType type) =>
        list.Contains(type.Key) || (type.IsSymmetric && (other.Contains(type.Key) || (list.Count == 0 && other.Count == 0)));

    private void AssertMayMeet(string type, Guid one, Guid other)
    {
        Assert.DoesNotContain(other, people[one].DoNotMatch);
        Assert.DoesNotContain(one, people[other].DoNotMatch);
        Assert.NotEqual(other, people[one].ManagerId);
        Assert.NotEqual(one, people[other].ManagerId);
        if (type is "mentor" or "peer") Assert.False(Above(one).Contains(other) || Above(other).Contains(one), "the reporting line was crossed");
        var (hours, others) = (Minutes(people[one]), Minutes(people[other]));
        Assert.True(hours.Count == 0 || others.Count == 0 || hours.Intersect(others).Count() >= 60, "no hour together");
        var last = snapshot.History.Where(met => (met.One == one && met.Other == other) || (met.One == other && met.Other == one)).Select(met => met.RoundNumber).DefaultIfEmpty(int.MinValue / 2).Max();
        Assert.True(snapshot.RoundNumber - last > snapshot.Rules.CoolDownRounds, "the cool-down was broken");
    }

    private HashSet<Guid> Above(Guid person)
    {
        var above = new HashSet<Guid>();
        for (var manager = ManagerOf(person); manager is { } next && above.Add(next); manager = ManagerOf(next))
        {
        }

        return above;
    }

    private Guid? ManagerOf(Guid person) =>
        people.GetValueOrDefault(person)?.ManagerId ?? snapshot.ReportingLines.FirstOrDefault(line => line.PersonId == person)?.ManagerId;

    private static HashSet<int> Minutes(Candidate person) =>
        [.. person.WorkingMinutes.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start))];
}
