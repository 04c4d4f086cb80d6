using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Rounds;
using PairingBot.Testing;

namespace PairingBot.App.Tests.Storage;

public sealed class StoredJsonTests
{
    public static TheoryData<Type> Spans => [.. KindsOf(typeof(ChatSpan))];

    public static TheoryData<Type> Pieces => [.. KindsOf(typeof(MessagePiece))];

    /// <summary>A new kind that nobody declares for storage fails here, not in a queue.</summary>
    [Theory]
    [MemberData(nameof(Spans))]
    public void Every_kind_of_span_comes_back_as_it_was(Type kind) => ComesBack((ChatSpan)Make(kind));

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Every_kind_of_piece_comes_back_as_it_was(Type kind) => ComesBack((MessagePiece)Make(kind));

    [Fact]
    public void A_message_of_an_older_version_is_read_with_what_it_lacks_at_its_default()
    {
        const string stored = """{"key":"met","summary":"You met","pieces":[{"is":"choices","items":[{"action":"met","label":"We met"}]},{"is":"divider"}]}""";
        var choice = Assert.Single(Assert.IsType<Choices>(StoredJson.Read<ChatMessage>(stored).Pieces[0]).Items);
        Assert.Equal(new Choice("met", "We met"), choice);
    }

    [Fact]
    public void What_a_newer_version_adds_is_passed_over()
    {
        const string stored = """{"is":"note","later":{"a":[1]},"text":{"spans":[{"is":"words","text":"small","colour":"red"}],"direction":"rtl"}}""";
        Assert.Equal(new Note(ChatText.Plain("small")), StoredJson.Read<MessagePiece>(stored));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"goal":null,"mood":"sunny","workFrom":"09:00:00"}""")]
    public void A_profile_of_another_version_is_read(string stored) => Assert.Equal(Profile.Blank, StoredJson.Read<Profile>(stored));

    [Fact]
    public void A_snapshot_from_before_reporting_lines_is_read()
    {
        var id = StoredId.Of("Ana");
        var stored = $$"""{"seed":7,"rules":{"groupSize":2,"coolDownRounds":8,"relationshipTypes":["peer"],"holidays":[]},"history":[],"takenAt":"2026-03-02T10:00:00+00:00","candidates":[{"name":"Ana","personId":"{{id}}"}],"roundNumber":3}""";
        var snapshot = StoredJson.Read<RoundSnapshot>(stored);
        Assert.Empty(snapshot.ReportingLines);
        Assert.Equal((3, 7L, id), (snapshot.RoundNumber, snapshot.Seed, snapshot.Candidates.Single().PersonId));
        Assert.Empty(snapshot.Candidates[0].WorkingMinutes);
    }

    [Fact]
    public void A_candidate_from_before_capacities_helps_one_at_a_time()
    {
        var ana = StoredJson.Read<Candidate>($$"""{"name":"Ana","personId":"{{StoredId.Of("Ana")}}","offers":["mentor"],"timesLeftOut":2}""");
        Assert.Equal((1, 1, null, 0, 2), (ana.Capacity, ana.EveryRounds, ana.RoundsSincePaired, ana.GivenLately, ana.TimesLeftOut));
    }

    [Fact]
    public void What_a_candidate_gives_comes_back_as_it_was()
    {
        var ana = new Candidate { PersonId = StoredId.Of("Ana"), Name = "Ana", Capacity = 3, EveryRounds = 4, RoundsSincePaired = 6, GivenLately = 5 };
        var back = StoredJson.Read<Candidate>(StoredJson.Write(ana));
        Assert.Equal((3, 4, 6, 5), (back.Capacity, back.EveryRounds, back.RoundsSincePaired, back.GivenLately));
    }

    [Fact]
    public void Stored_names_stay() => // what is written today is read for ever
        Assert.Equal("""{"day":"Friday","time":"14:30:00","timeZone":"Europe/Berlin","every":"SecondWeek"}""",
            StoredJson.Write(new { Day = DayOfWeek.Friday, Time = new TimeOnly(14, 30), TimeZone = "Europe/Berlin", Every = Every.SecondWeek }));

    [Fact]
    public async Task A_row_whose_members_came_in_another_order_is_read()
    {
        await using var bot = await Bot.StartAsync("UANA");
        await bot.ExecuteAsync($$"""UPDATE people SET profile = '{"later": 1, "workTo": "16:00:00", "goal": "Learn to say no"}', skills = '[{"side": "Wanted", "level": 2, "name": "sql", "since": 2020}]'""");

        var ana = await bot.QueryAsync(db => db.People.SingleAsync());

        Assert.Equal(new Profile { Goal = "Learn to say no", WorkTo = new TimeOnly(16, 0) }, ana.Profile);
        Assert.Equal(new Skill("sql", 2, SkillSide.Wanted), Assert.Single(ana.Skills));
    }

    private static void ComesBack<T>(T value)
        where T : class
    {
        var back = StoredJson.Read<T>(StoredJson.Write(value));
        Assert.Equal(value.GetType(), back.GetType());
        Assert.Equal(StoredJson.Write(value), StoredJson.Write(back));
    }

    private static IEnumerable<Type> KindsOf(Type set) => set.Assembly.GetTypes().Where(set.IsAssignableFrom).Where(type => !type.IsAbstract);

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(each => each.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Fill(parameter.ParameterType))]);
    }

    private static object Fill(Type type) =>
        type == typeof(string) ? "„words“ <b> & \u2028"
        : type == typeof(DateTimeOffset) ? Sample.Now
        : type == typeof(Guid?) ? StoredId.Of("installation")
        : type == typeof(ChatText) ? new ChatText([.. KindsOf(typeof(ChatSpan)).Select(kind => (ChatSpan)Make(kind))])
        : type == typeof(IReadOnlyList<ChatText>) ? new[] { ChatText.Plain("one"), ChatText.Empty }
        : type == typeof(IReadOnlyList<Choice>) ? new[] { new Choice("met", "We met", "42", ChoiceTone.Danger, new Confirmation("Sure?", "Really?", "Yes", "No")), new Choice("skip", "Skip") }
        : throw new InvalidOperationException($"A new sort of member: {type.Name}.");
}
