using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Tests.Matchmaking;

/// <summary>People and rounds with only what a test cares about; everything else is as if they had just joined with one word.</summary>
internal static class Some
{
    private static readonly string[] Everything = ["peer", "mentor", "coach", "sponsor"];

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Candidate Person(int number, string? name = null) =>
        new() { PersonId = Id(number), Name = name ?? $"Person {number}", Seeks = ["peer"], Offers = ["peer"] };

    public static Candidate Mentee(int number, int level, int? years = null, string? name = null) =>
        Person(number, name) with { Seeks = ["mentor"], Offers = [], Level = level, YearsOfExperience = years };

    public static Candidate Mentor(int number, int level, int? years = null, string? name = null) =>
        Person(number, name) with { Seeks = [], Offers = ["mentor"], Level = level, YearsOfExperience = years };

    public static RoundSnapshot Round(params Candidate[] candidates) => new()
    {
        RoundNumber = 100,
        TakenAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        Seed = 7,
        Rules = new ProgramRules(Everything, 2, 0),
        Candidates = candidates,
        History = [],
    };

    public static SkillFact[] Skills(string name, int level) => [new SkillFact(name, level)];
}
