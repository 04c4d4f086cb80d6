using PairingBot.Domain.Chat;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Domain.Tests.Programs;

public sealed class ProgramFormTests
{
    [Theory]
    [InlineData(Every.Week)]
    [InlineData(Every.FourthWeek)]
    [InlineData(Every.Month)]
    public void Sent_as_it_was_opened_it_changes_nothing(Every every)
    {
        var program = Sample.Program("Europe/Berlin");
        var set = new ProgramDraft("Friday tea", "C1", new Cadence(DayOfWeek.Friday, new TimeOnly(14, 30), "Europe/Berlin", every), ["peer", "coach"], 3, 12) { ChannelJoining = ChannelJoining.Enrols, GuestsMayTakePart = true, WeekQuestion = WeekQuestion.SilenceIsOut };
        program.Change(set, Sample.Now);

        var draft = ProgramForm.Read(Forms.AsOpened(Open(program))).Draft!;

        Assert.Equal(set with { RelationshipTypes = [] }, draft with { RelationshipTypes = [] });
        Assert.Equal(set.RelationshipTypes, draft.RelationshipTypes);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "1234567890123456789012345678901234567890123456789012345678901")]
    [InlineData("zone", "Berlin")]
    [InlineData("zone", "Mars/Olympus")]
    [InlineData("zone", "../../etc/passwd")]
    [InlineData("day", "7")]
    [InlineData("day", "")]
    [InlineData("time", "25:00")]
    [InlineData("time", "")]
    [InlineData("every", "5")]
    [InlineData("relationships", "astrologer")]
    [InlineData("relationships", "")]
    [InlineData("group-size", "1")]
    [InlineData("group-size", "9")]
    [InlineData("cool-down", "-1")]
    [InlineData("cool-down", "201")]
    [InlineData("cool-down", "many")]
    public void A_fault_stands_at_its_field_and_says_what_to_do(string key, string typed)
    {
        var (draft, faults) = ProgramForm.Read(Opened().With(key, typed.Length > 0 ? [typed] : []));
        Assert.Null(draft);
        Assert.Equal([key], faults.Keys);
        Assert.EndsWith(".", faults[key], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData(" Europe/Berlin ", "Europe/Berlin")]
    [InlineData("Asia/Kolkata", "Asia/Kolkata")]
    [InlineData("UTC", "UTC")]
    public void A_zone_is_kept_as_region_and_town(string typed, string zone) => Assert.Equal(zone, ProgramForm.Read(Opened().With("zone", typed)).Draft!.Cadence.TimeZone);

    [Fact]
    public void Without_a_channel_nothing_is_announced() => Assert.Null(ProgramForm.Read(Opened().With("announce-in")).Draft!.AnnounceIn);

    [Theory]
    [InlineData(0, 0, "0 people are taking part, nobody is paused.")]
    [InlineData(1, 0, "1 person is taking part, nobody is paused.")]
    [InlineData(24, 1, "24 people are taking part, 1 person is paused.")]
    public void It_says_how_many_are_in(int active, int paused, string words) =>
        Assert.StartsWith(words, ProgramForm.Open(Sample.Program(), Somebody.Called("Eva"), new ProgramFigures(active, paused)).Pieces.OfType<FormText>().First().Text.ReadAloud(), StringComparison.Ordinal);

    private static FormAnswers Opened() => Forms.AsOpened(Open(Sample.Program()));

    private static ChatForm Open(PairingProgram program) => ProgramForm.Open(program, Somebody.Called("Eva"), new ProgramFigures(24, 1));
}
