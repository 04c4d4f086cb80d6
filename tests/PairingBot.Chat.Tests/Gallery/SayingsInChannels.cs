using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Testing;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>What the bot says around a program's channel, and before a round.</summary>
internal static class SayingsInChannels
{
    public static IEnumerable<Saying> Of(Cast cast)
    {
        var (invites, enrols, monthly) = (LivingIn(ChannelJoining.Invites), LivingIn(ChannelJoining.Enrols), Sample.Program(every: Every.Month));
        yield return Channel(nameof(ChannelWords.Greeting), ChannelWords.Greeting(invites), "invites");
        yield return Channel(nameof(ChannelWords.Greeting), ChannelWords.Greeting(enrols), "enrols");
        yield return Channel(nameof(ChannelWords.Invitation), ChannelWords.Invitation(invites, cast.Ana));
        yield return Channel(nameof(ChannelWords.NotNow), ChannelWords.NotNow(invites));
        yield return Channel(nameof(ChannelWords.Enrolled), ChannelWords.Enrolled(enrols, cast.Ana));
        yield return Channel(nameof(ChannelWords.Away), ChannelWords.Away(invites));
        yield return Channel(nameof(ChannelWords.StayedIn), ChannelWords.StayedIn(cast.Ana, invites, Sample.Participant()));
        yield return Channel(nameof(ChannelWords.Back), ChannelWords.Back(invites, cast.Ana, Sample.Participant()));
        foreach (var trouble in Enum.GetValues<ChannelTrouble>()) yield return Channel(nameof(ChannelWords.Trouble), ChannelWords.Trouble(invites, trouble), trouble.ToString());
        yield return Week(nameof(WeekWords.Question), WeekWords.Question(LivingIn(ChannelJoining.Invites, WeekQuestion.SilenceIsIn), cast.Ana, 1), "silence is in");
        yield return Week(nameof(WeekWords.Question), WeekWords.Question(LivingIn(ChannelJoining.Invites, WeekQuestion.SilenceIsOut), cast.Ana, 1), "silence is out");
        yield return Week(nameof(WeekWords.Question), WeekWords.Question(monthly, cast.Ana, 1), "monthly");
        yield return Week(nameof(WeekWords.Away), WeekWords.Away(invites, cast.Ana, 1));
        yield return Week(nameof(WeekWords.IsIn), WeekWords.IsIn(invites, cast.Ana, 1));
        yield return Week(nameof(WeekWords.IsOut), WeekWords.IsOut(invites, cast.Ana, 1));
        yield return Week(nameof(WeekWords.TooLate), WeekWords.TooLate(invites, cast.Ana, Sample.Participant()));
        yield return Week(nameof(WeekWords.IsPaused), WeekWords.IsPaused(invites));
    }

    public static PairingProgram LivingIn(ChannelJoining joining, WeekQuestion question = WeekQuestion.NotAsked)
    {
        var program = Sample.Program("Europe/Berlin");
        program.Change(new ProgramDraft(program.Name, "C02COFFEE0", program.Cadence, program.RelationshipTypes, program.GroupSize, program.CoolDownRounds) { ChannelJoining = joining, WeekQuestion = question, GuestsMayTakePart = question != WeekQuestion.NotAsked }, Sample.Now);
        return program;
    }

    public static Participant Away()
    {
        var participant = Sample.Participant();
        participant.GoAway(Sample.Now, Sample.Now);
        return participant;
    }

    public static Participant Asked(PairingProgram program)
    {
        var participant = Sample.Participant();
        participant.Ask(program.LastRoundNumber + 1, silenceIsOut: true);
        return participant;
    }

    public static Person Guest(Person somebody)
    {
        var guest = Somebody.Called(somebody.Name, somebody.TimeZone, externalId: somebody.ExternalId);
        guest.Listed(Entry(guest) with { Standing = DirectoryStanding.Guest });
        return guest;
    }

    public static DirectoryPerson Entry(Person person) => new(person.ExternalId, person.Name, null, person.TimeZone, null, false, false, DirectoryStanding.Member);

    private static Saying Channel(string member, object said, string which = "") => new($"{nameof(ChannelWords)}.{member}", which, said);

    private static Saying Week(string member, object said, string which = "") => new($"{nameof(WeekWords)}.{member}", which, said);
}
