using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>A person's home: where they stand, what they told, and the buttons for what they can do from there.</summary>
public static class HomeScreen
{
    /// <summary>Asks before it counts.</summary>
    internal static Choice Leave => new(ChatActions.Leave, Texts.Plain("buttons.leave"), Tone: ChoiceTone.Danger, Confirm: new Confirmation(
        Texts.Plain("buttons.leave.title"), Texts.Plain("buttons.leave.text"), Texts.Plain("buttons.leave.yes"), Texts.Plain("buttons.leave.no")));

    /// <param name="participant">Null when the person never joined.</param>
    /// <param name="current">The person's conversations in the round that runs, a sentence each; most have one, a giver may have several.</param>
    /// <param name="isGoalOld">The goal no longer counts (<see cref="GoalCalendar"/>).</param>
    public static IReadOnlyList<MessagePiece> Pieces(Person person, PairingProgram program, Participant? participant, IReadOnlyList<ChatText> current, DateTimeOffset now, bool isGoalOld = false)
    {
        var state = participant?.StateAt(now) ?? ParticipantState.Left;
        List<MessagePiece> pieces = [new Heading(program.Name)];
        pieces.AddRange(!program.Admits(person) ? Guest() : state switch
        {
            ParticipantState.Active => Active(person, program, participant!, current, now, isGoalOld),
            ParticipantState.Paused => Paused(person, program, participant!),
            _ => Newcomer(person, program),
        });
        if (person.IsAdmin) pieces.AddRange([new Divider(), new Choices([new Choice(ChatActions.Admin, Texts.Plain("buttons.admin"))])]);
        return pieces;
    }

    /// <summary>The same as a message, for whoever has just added the bot.</summary>
    public static ChatMessage Message(Person person, PairingProgram program, Participant? participant, DateTimeOffset now) =>
        new("home", program.Name, Pieces(person, program, participant, [], now));

    private static IEnumerable<MessagePiece> Newcomer(Person person, PairingProgram program) =>
    [
        new Paragraph(Texts.Of("home.promise")),
        new Paragraph(Texts.Of("home.next-round", ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
        new Choices([new Choice(ChatActions.Join, Texts.Plain("buttons.join"), Tone: ChoiceTone.Primary), new Choice(ChatActions.Help, Texts.Plain("buttons.help"))]),
    ];

    private static IEnumerable<MessagePiece> Guest() => [new Paragraph(Texts.Of("home.promise")), new Paragraph(Texts.Of("membership.not-for-guests"))];

    private static IEnumerable<MessagePiece> Paused(Person person, PairingProgram program, Participant participant) =>
    [
        new Paragraph(participant.IsAway ? Texts.Of("home.away", ("channel", ChannelWords.Channel(program)))
            : participant.IsResting ? SilenceWords.Resting
            : Texts.Of("home.paused", ("day", Days.Name(Zones.Day(person.Zone, participant.PausedUntil!.Value))))),
        new Choices(
        [
            participant.IsAway ? new Choice(ChatActions.StayIn, Texts.Plain("buttons.stay-in-anyway"), Tone: ChoiceTone.Primary)
                : participant.IsResting ? SilenceWords.CountMeIn
                : new Choice(ChatActions.Resume, Texts.Plain("buttons.come-back-now"), Tone: ChoiceTone.Primary),
            new Choice(ChatActions.Settings, Texts.Plain("buttons.settings")),
        ]),
    ];

    private static IEnumerable<MessagePiece> Active(Person person, PairingProgram program, Participant participant, IReadOnlyList<ChatText> current, DateTimeOffset now, bool isGoalOld)
    {
        if (current.Count > 1) yield return new Paragraph(Texts.Of("home.conversations", ("count", current.Count)));
        if (current.Count > 0) yield return current.Count == 1 ? new Paragraph(current[0]) : new Bullets(current);
        yield return new Paragraph(Next(person, program, participant));
        yield return new Bullets([.. Facts(person, program, participant, now, isGoalOld)]);
        var isWhyAnswered = program.LastRoundNumber > 0;
        yield return new Choices(
        [
            new Choice(ChatActions.Settings, Texts.Plain("buttons.settings"), Tone: ChoiceTone.Primary),
            NextPress(program, participant),
            new Choice(ChatActions.Pause, Texts.Plain("buttons.pause")),
            .. isWhyAnswered ? [new Choice(ChatActions.Why, Texts.Plain("buttons.why", ("conversations", current.Count)))] : Array.Empty<Choice>(),
            Leave,
        ]);
        yield return new Choices([AskWords.Press]);
    }

    private static ChatText Next(Person person, PairingProgram program, Participant participant)
    {
        var (next, opens) = (program.LastRoundNumber + 1, MembershipWords.Moment(person, program.NextRoundAt));
        var own = program.NextFor(participant);
        if (participant.NeedsYesFor == next) return Texts.Of("home.are-you-in", ("when", opens));
        if (participant.SkipsRound > program.LastRoundNumber) return Texts.Of("home.skips", ("when", MembershipWords.Moment(person, program.OpensAt(participant.SkipsRound.Value))));
        return own.Number == next
            ? Texts.Of("home.next-match", ("when", opens))
            : Texts.Of("home.next-match.own-rhythm", ("when", MembershipWords.Moment(person, own.At)));
    }

    private static Choice NextPress(PairingProgram program, Participant participant)
    {
        if (participant.NeedsYesFor == program.LastRoundNumber + 1) return WeekWords.In(program, program.LastRoundNumber + 1);
        return participant.SkipsRound > program.LastRoundNumber ? new Choice(ChatActions.Resume, Texts.Plain("buttons.take-part-after-all")) : new Choice(ChatActions.Skip, Texts.Plain("buttons.skip-next"));
    }

    private static IEnumerable<ChatText> Facts(Person person, PairingProgram program, Participant participant, DateTimeOffset now, bool isGoalOld)
    {
        var profile = person.Profile;
        yield return GoalWords.AtHome(profile.Goal, isGoalOld);
        yield return List(participant.Seeks, type => type.SoughtLabel) is { Length: > 0 } sought ? Texts.Of("home.looking-for", ("relationships", sought)) : Texts.Of("home.looking-for.nothing");
        if (participant.Offers.Count > 0)
            yield return List(participant.Offers, type => type.OfferedLabel) is { Length: > 0 } offers ? Texts.Of("home.ready-to-be", ("relationships", offers), ("people", participant.Capacity)) : Texts.Of("home.ready-to-be.nothing");
        if (Skills(person, SkillSide.Offered) is { Length: > 0 } offered) yield return Texts.Of("home.happy-to-share", ("skills", offered));
        if (Skills(person, SkillSide.Wanted) is { Length: > 0 } wanted) yield return Texts.Of("home.keen-to-learn", ("skills", wanted));
        foreach (var fact in SettingsForm.Experience(person, now)) yield return fact;
        yield return Texts.Of("home.working-day", ("from", Days.Time(profile.WorkFrom)), ("to", Days.Time(profile.WorkTo)), ("zone", person.TimeZone));
        yield return Texts.Of("home.rhythm", ("rhythm", Rhythms.InWords(program.Cadence.Every, participant.EveryRounds)));
    }

    private static string List(IEnumerable<string> keys, Func<RelationshipType, string> label) => Texts.List(keys.Select(RelationshipCatalog.Find).OfType<RelationshipType>().Select(label));

    private static string Skills(Person person, SkillSide side) => Texts.List(person.Skills.Where(skill => skill.Side == side).Select(skill => skill.Name));
}
