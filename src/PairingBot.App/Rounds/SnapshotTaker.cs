using Microsoft.EntityFrameworkCore;
using PairingBot.App.Programs;
using PairingBot.App.Storage;
using PairingBot.Domain.Conversations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Rounds;

/// <summary>Freezes what a round is planned from: who takes part, with every fact, and who met whom before.</summary>
public sealed class SnapshotTaker(PairingBotDb db, Goals goals, EarlierPrograms elsewhere)
{
    /// <summary>For the program's next round.</summary>
    public Task<RoundSnapshot> TakeAsync(PairingProgram program, DateTimeOffset now, CancellationToken cancel) =>
        TakeAsync(program, program.LastRoundNumber + 1, null, now, cancel);

    /// <summary>For a few people who are free while this round runs. Whom they could not be introduced to, they are not given again.</summary>
    public async Task<RoundSnapshot> TakeLateAsync(PairingProgram program, Round round, IReadOnlySet<Guid> free, DateTimeOffset now, CancellationToken cancel)
    {
        var snapshot = await TakeAsync(program, round.Number, free, now, cancel);
        var failed = EachOther(await db.Pairings.AsNoTracking().Where(pairing => pairing.RoundId == round.Id && pairing.State == PairingState.Undeliverable).ToListAsync(cancel));
        return snapshot with
        {
            History = [.. snapshot.History.Where(meeting => free.Contains(meeting.One) && free.Contains(meeting.Other))], // it is stored, perhaps often
            Seed = RoundSeed.After(snapshot.Seed, round.LatePlans.Count + 1),
            Candidates = [.. snapshot.Candidates.Select(candidate => candidate with { DoNotMatch = [.. candidate.DoNotMatch.Union(failed[candidate.PersonId])] })],
        };
    }

    private async Task<RoundSnapshot> TakeAsync(PairingProgram program, int number, IReadOnlySet<Guid>? only, DateTimeOffset now, CancellationToken cancel)
    {
        var inProgram = await db.Participants.AsNoTracking().Where(participant => participant.ProgramId == program.Id && !participant.HasLeft && (only == null || only.Contains(participant.PersonId)))
            .Join(db.People.AsNoTracking(), participant => participant.PersonId, person => person.Id, (participant, person) => new { participant, person })
            .Where(both => program.Admitted.Contains(both.person.Standing) && both.person.Unreachable == null && both.person.Name != "").ToListAsync(cancel); // whom the directory has not named, nobody can vouch for
        var blocks = (await db.DoNotMatches.AsNoTracking().Join(db.Participants.Where(participant => participant.ProgramId == program.Id), wish => wish.PersonId, participant => participant.PersonId, (wish, _) => wish).ToListAsync(cancel))
            .Select(wish => (wish.PersonId, wish.OtherId)).Concat(OneAddress(inProgram.ConvertAll(both => both.person))).ToLookup(wish => wish.PersonId, wish => wish.OtherId);
        var lines = await LinesAsync(program, cancel);
        var managers = new Dictionary<Guid, Guid>();
        foreach (var line in lines) managers[line.PersonId] = line.ManagerId;
        var earlier = await elsewhere.ReadAsync(program, cancel);
        var calendar = await goals.CalendarAsync(program, cancel);
        var given = await GivenLatelyAsync(program, number, earlier, cancel);
        var had = await HadAsync(program, number, earlier, cancel);
        var load = await LoadAsync(program, cancel);
        var (taking, resting) = (inProgram.Where(both => both.participant.IsEligible(number, now)), inProgram.Where(both => only is null && !both.participant.IsEligible(number, now)));
        var declined = (await db.Pairings.AsNoTracking().Where(pairing => pairing.ProgramId == program.Id && pairing.State == PairingState.Declined).ToListAsync(cancel))
            .Select(pairing => new EarlierPairing(pairing, pairing.RoundNumber)).Concat(earlier.Where(each => each.Pairing.State == PairingState.Declined)).ToList();
        var apart = EachOther(declined.Where(each => each.Round >= number - program.CoolDownRounds).Select(each => each.Pairing)); // as if they had met
        var never = EachOther(declined.Select(each => each.Pairing).Where(pairing => pairing.Members.Any(member => member.Consent == Consent.No)));
        Guid? ManagerOf(Person person) => managers.TryGetValue(person.Id, out var manager) ? manager : null;
        return new RoundSnapshot
        {
            RoundNumber = number,
            TakenAt = now,
            Seed = RoundSeed.Of(program.Id, number),
            Rules = program.Rules,
            Candidates = [.. taking.OrderBy(both => both.person.Id)
                .Select(both => Candidate(both.person, both.participant, [.. blocks[both.person.Id].Union(apart[both.person.Id])], ManagerOf(both.person), now) with
                {
                    Goal = calendar.Fresh(both.person.Profile, both.participant.EveryRounds, number),
                    Declined = [.. never[both.person.Id].Distinct()],
                    RoundsSincePaired = number - both.participant.LastPairedRound,
                    GivenLately = given.GetValueOrDefault(both.person.Id),
                    Had = [.. had[both.person.Id]],
                }).Select(load.On).OfType<Candidate>()],
            Resting = [.. resting.OrderBy(both => both.person.Id).Select(both => load.On(Candidate(both.person, both.participant, [.. blocks[both.person.Id]], ManagerOf(both.person), now))).OfType<Candidate>()],
            History = await HistoryAsync(program, earlier, cancel),
            ReportingLines = lines,
        };
    }

    /// <summary>Whether two accounts of one e-mail address are one person, only they can say; until then nobody is introduced to themselves.</summary>
    private static IEnumerable<(Guid PersonId, Guid OtherId)> OneAddress(IReadOnlyList<Person> people) => people.Where(person => person.Email is not null).GroupBy(person => person.Email)
        .Where(alike => alike.Skip(1).Any()).SelectMany(alike => from one in alike from other in alike where one != other select (one.Id, other.Id));

    /// <summary>In all installations of the organization. An account that counts for nobody stands for the one that does.</summary>
    private async Task<IReadOnlyList<ReportingLine>> LinesAsync(PairingProgram program, CancellationToken cancel)
    {
        var installations = db.Installations.Of(program);
        var all = db.People.AsNoTracking().Where(person => installations.Any(installation => installation.Id == person.InstallationId));
        var counted = await all.Where(person => person.SameAs != null).ToDictionaryAsync(person => person.Id, person => person.SameAs!.Value, cancel);
        var lines = await all.Where(person => (person.ManagerId ?? person.ListedManagerId) != null)
            .OrderByDescending(person => person.SameAs != null).ThenBy(person => person.Id).Select(person => new ReportingLine(person.Id, (person.ManagerId ?? person.ListedManagerId)!.Value)).ToListAsync(cancel);
        if (counted.Count == 0) return lines;
        return [.. lines.Select(line => new ReportingLine(counted.GetValueOrDefault(line.PersonId, line.PersonId), counted.GetValueOrDefault(line.ManagerId, line.ManagerId))).Where(line => line.PersonId != line.ManagerId)];
    }

    private static ILookup<Guid, Guid> EachOther(IEnumerable<Pairing> pairings) => pairings
        .SelectMany(pairing => from one in pairing.Members from other in pairing.Members where one != other select (one.PersonId, Other: other.PersonId)).ToLookup(pair => pair.PersonId, pair => pair.Other);

    private static Candidate Candidate(Person person, Participant participant, IReadOnlyList<Guid> blocked, Guid? manager, DateTimeOffset now) => new()
    {
        PersonId = person.Id,
        Name = person.ShortName,
        Level = person.Level,
        YearsOfExperience = person.YearsOfExperience(now),
        Department = person.Department,
        Location = person.Profile.Location,
        Title = person.Title,
        FormerFields = TagList.Of(person.Profile.FormerFields),
        FormerPlaces = TagList.Of(person.Profile.FormerPlaces),
        Tenure = person.Tenure(now),
        Seeks = participant.Seeks,
        Offers = participant.Offers,
        SkillsOffered = SkillList.Facts(person.Skills, SkillSide.Offered),
        SkillsWanted = SkillList.Facts(person.Skills, SkillSide.Wanted),
        ManagerId = manager,
        WorkingMinutes = WorkingHours.Of(person).UtcMinutes(now),
        DoNotMatch = blocked,
        TimesLeftOut = participant.TimesLeftOut,
        Capacity = participant.Capacity,
        EveryRounds = participant.EveryRounds,
    };

    /// <summary>What series that have not ended take from a round.</summary>
    private async Task<SeriesLoad> LoadAsync(PairingProgram program, CancellationToken cancel)
    {
        var held = await db.Pairings.AsNoTracking().Where(pairing => pairing.SeriesNumber == 1 && db.Series.Any(series => series.Id == pairing.SeriesId && series.ProgramId == program.Id && series.State != SeriesState.Ended)).ToListAsync(cancel);
        return new SeriesLoad([.. held.Select(pairing => new RunningSeries(pairing.RelationshipType, [.. pairing.Members.Select(member => new SeriesMember(member.PersonId, member.Gives))]))]);
    }

    private async Task<Dictionary<Guid, int>> GivenLatelyAsync(PairingProgram program, int number, IReadOnlyList<EarlierPairing> earlier, CancellationToken cancel)
    {
        var given = await db.Pairings.AsNoTracking().Where(pairing => pairing.ProgramId == program.Id && pairing.RoundNumber >= number - Domain.Rounds.Candidate.LatelyRounds)
            .Join(db.Set<PairingMember>().AsNoTracking().Where(member => member.Gives && !member.IsReleased), pairing => pairing.Id, member => member.PairingId, (_, member) => member.PersonId)
            .GroupBy(person => person).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        foreach (var member in earlier.Where(each => each.Round >= number - Domain.Rounds.Candidate.LatelyRounds).SelectMany(each => each.Pairing.Members).Where(member => member.Gives && !member.IsReleased))
            given[member.PersonId] = given.GetValueOrDefault(member.PersonId) + 1;
        return given;
    }

    /// <summary>Only what came to be counts: a conversation that ended before it was held was none.</summary>
    private async Task<ILookup<Guid, HadRelationship>> HadAsync(PairingProgram program, int number, IReadOnlyList<EarlierPairing> earlier, CancellationToken cancel) =>
        (await db.Pairings.AsNoTracking().Where(pairing => pairing.ProgramId == program.Id)
            .Join(db.Set<PairingMember>().AsNoTracking().Where(member => !member.Gives && !member.IsReleased), pairing => pairing.Id, member => member.PairingId, (pairing, member) => new { pairing.RelationshipType, pairing.RoundNumber, member.PersonId })
            .GroupBy(each => new { each.PersonId, each.RelationshipType }).Select(group => new { group.Key.PersonId, group.Key.RelationshipType, Last = group.Max(each => each.RoundNumber) }).ToListAsync(cancel))
        .Concat(earlier.SelectMany(each => each.Pairing.Members.Where(member => !member.Gives && !member.IsReleased).Select(member => new { member.PersonId, each.Pairing.RelationshipType, Last = each.Round })))
        .GroupBy(each => (each.PersonId, each.RelationshipType)).Select(group => group.MaxBy(each => each.Last)!)
        .OrderBy(each => each.RelationshipType, StringComparer.Ordinal).ToLookup(each => each.PersonId, each => new HadRelationship(each.RelationshipType, number - each.Last));

    private async Task<IReadOnlyList<PastMeeting>> HistoryAsync(PairingProgram program, IReadOnlyList<EarlierPairing> earlier, CancellationToken cancel)
    {
        var ended = db.Pairings.Where(pairing => pairing.State == PairingState.Ended || pairing.State == PairingState.Proposed || pairing.State == PairingState.Declined).Select(pairing => pairing.Id); // these people never met
        var members = db.Set<PairingMember>().AsNoTracking().Where(member => !ended.Contains(member.PairingId));
        var own = await db.Pairings.AsNoTracking().Where(pairing => pairing.ProgramId == program.Id)
            .Join(members, pairing => pairing.Id, one => one.PairingId, (pairing, one) => new { Number = pairing.RoundNumber, one })
            .Join(members, half => half.one.PairingId, other => other.PairingId, (half, other) => new { half.Number, half.one, other })
            .Where(pair => pair.one.PersonId < pair.other.PersonId)
            .OrderBy(pair => pair.Number).ThenBy(pair => pair.one.PersonId).ThenBy(pair => pair.other.PersonId)
            .Select(pair => new PastMeeting(pair.one.PersonId, pair.other.PersonId, pair.Number)).ToListAsync(cancel);
        var before = earlier.Where(each => each.CameToBe)
            .SelectMany(each => from one in each.Pairing.Members from other in each.Pairing.Members where one.PersonId < other.PersonId select new PastMeeting(one.PersonId, other.PersonId, each.Round)).ToList();
        return before.Count == 0 ? own : [.. before.Concat(own).OrderBy(meeting => meeting.RoundNumber).ThenBy(meeting => meeting.One).ThenBy(meeting => meeting.Other)];
    }
}
