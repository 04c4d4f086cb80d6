using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Testing;

/// <summary>Programs, participants and conversations with only what a test cares about.</summary>
public static class Sample
{
    /// <summary>A Monday morning, 2 March 2026.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static PairingProgram Program(string zone = "Etc/UTC", Every? every = null, DateTimeOffset? now = null, IReadOnlyList<string>? types = null)
    {
        var program = PairingProgram.WeeklyCoffee(StoredId.Of("installation"), zone, types ?? [.. RelationshipCatalog.All.Select(type => type.Key)], now ?? Now);
        if (every is { } rhythm)
            program.Change(new ProgramDraft(program.Name, null, program.Cadence with { Every = rhythm }, program.RelationshipTypes, program.GroupSize, program.CoolDownRounds), now ?? Now);
        return StoredId.Give(program, "program");
    }

    public static Participant Participant(int everyRounds = 1, IReadOnlyList<string>? seeks = null, IReadOnlyList<string>? offers = null, int capacity = 1)
    {
        var participant = Domain.Programs.Participant.Join(Program(), Somebody.Called("Ana"), "peer", Now);
        participant.Wish(seeks ?? ["peer"], offers ?? [], capacity, everyRounds);
        return participant;
    }

    public static Round Round(int number = 1, long seed = 0) => StoredId.Give(Domain.Rounds.Round.Open(StoredId.Of("program"), Snapshot(number, seed)), $"round {number}");

    public static RoundSnapshot Snapshot(int number = 1, long seed = 0) => new()
    {
        RoundNumber = number,
        TakenAt = Now,
        Seed = seed,
        Rules = new ProgramRules(["peer"], 2, 8),
        Candidates = [],
        History = [],
    };

    public static Pairing Peers(params Person[] people) => Conversation("peer", organizer: people[0], [.. people.Select(person => (person, "peer"))]);

    /// <summary>The seeker first, as the matchmaker has it.</summary>
    public static Pairing Conversation(string type, Person organizer, params IReadOnlyList<(Person Person, string Role)> members)
    {
        var planned = new PlannedPairing(type, [.. members.Select(member => new PlannedMember(member.Person.Id, member.Role))], ["You have never been paired before."], 0);
        return StoredId.Give(Pairing.Introduce(Round(), planned, organizer.Id, Now), "pairing");
    }
}
