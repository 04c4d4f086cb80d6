using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>The people whom the bot speaks of in the gallery: three with fixed lives, or three of the most awkward names and goals.</summary>
internal sealed record Cast(Person Ana, Person Ben, Person Cem, string Goal)
{
    public static Cast Usual { get; } = Of("Ana Lima", "Ben Okafor", "Cem Yıldız", "Run meetings that people like to come to");

    public static Cast UsualInTeams { get; } = InTeams(Usual.Ana.Name, Usual.Ben.Name, Usual.Cem.Name, Usual.Goal);

    /// <summary>Ben and Cem live in another installation than Ana, who reads.</summary>
    public static Cast Across(Cast cast) => cast with { Ben = Somebody.MovedTo("another installation", cast.Ben), Cem = Somebody.MovedTo("another installation", cast.Cem) };

    public PairingProgram Program { get; } = Sample.Program("Europe/Berlin");

    public DateTimeOffset Now => Sample.Now;

    private string[] Reasons =>
    [
        $"{Ben.ShortName} wants to get better at facilitation, and {Ana.ShortName} offers it at level 5.",
        $"{Ben.ShortName} works in Support, {Ana.ShortName} in Design.",
        $"{Ana.ShortName} and {Ben.ShortName} have never been paired before.",
    ];

    public static Cast Of(string ana, string ben, string cem, string goal) => Of(ana, ben, cem, goal, "U01ANA", "U02BEN", "U03CEM");

    /// <summary>By their ids in a company's directory.</summary>
    public static Cast InTeams(string ana, string ben, string cem, string goal) =>
        Of(ana, ben, cem, goal, "a1a1a1a1-0000-4000-8000-00000000a11a", "b2b2b2b2-0000-4000-8000-00000000b22b", "c3c3c3c3-0000-4000-8000-00000000c33c");

    private static Cast Of(string ana, string ben, string cem, string goal, string anaId, string benId, string cemId) => new(
        StoredId.Give(Somebody.Called(ana, "Europe/Lisbon", new Profile { Goal = goal, Level = 3, YearsOfExperience = 8, Department = "Design", Location = "Porto" }, [new("facilitation", 5, SkillSide.Offered), new("sql", 2, SkillSide.Wanted)], isAdmin: true, externalId: anaId), "Ana"),
        StoredId.Give(Somebody.Called(ben, "Africa/Lagos", new Profile { Goal = "Speak up earlier", Level = 2, Department = "Support" }, [new("facilitation", 3, SkillSide.Wanted)], externalId: benId), "Ben"),
        StoredId.Give(Somebody.Called(cem, "Europe/Istanbul", externalId: cemId), "Cem"),
        goal);

    /// <summary>Between Ben, who seeks, and Ana, who gives and organizes.</summary>
    public Pairing Pair(RelationshipType type, PairingState state = PairingState.Introduced) => In(state, Made(type, (Ben, type.SeekerRole.Key), (Ana, type.GiverRole.Key)));

    public Pairing Trio(RelationshipType type) => Made(type, (Ben, type.SeekerRole.Key), (Ana, type.GiverRole.Key), (Cem, type.SeekerRole.Key));

    /// <summary>Ana's, who is a mentor to both and got to the same point with each.</summary>
    public IReadOnlyList<OwnPairing> BothMentees(PairingState state = PairingState.Introduced) =>
    [
        new(Pair(new Mentor(), state), [Ben]),
        new(In(state, Made(new Mentor(), [$"{Ana.ShortName} is 2 levels further along than {Cem.ShortName}."], (Cem, "mentee"), (Ana, "mentor"))), [Cem]),
    ];

    public SitOut LeftOut => SitOut.From(Sample.Round(), new PlannedSitOut(Ana.Id, "nobody-else", "You were the only one taking part this time. As soon as somebody else joins, you have a partner."));

    private Pairing Made(RelationshipType type, params (Person, string Role)[] members) => Made(type, Reasons, members);

    private Pairing Made(RelationshipType type, IReadOnlyList<string> reasons, params (Person, string Role)[] members)
    {
        var planned = new PlannedPairing(type.Key, [.. members.Select(member => new PlannedMember(member.Item1.Id, member.Role))], reasons, 0);
        return StoredId.Give(Pairing.Introduce(Sample.Round(), planned, Ana.Id, Sample.Now), "pairing");
    }

    private static Pairing In(PairingState state, Pairing pairing)
    {
        if (state == PairingState.TimeFound) pairing.FindTime();
        if (state == PairingState.Met) pairing.Meet(Sample.Now);
        if (state == PairingState.NotMet) pairing.MissEachOther();
        return pairing;
    }
}
