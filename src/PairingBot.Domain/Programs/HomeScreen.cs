using PairingBot.Domain.Asks;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Programs;

/// <summary>A person's home: where they stand, what they told, and the buttons for what they can do from there.</summary>
public static class HomeScreen
{
    /// <summary>Asks before it counts.</summary>
    internal static Choice Leave { get; } =
        new(ChatActions.Leave, "Leave", Tone: ChoiceTone.Danger, Confirm: new Confirmation("Leave?", "You get no more matches. You can come back whenever you like.", "Leave", "Stay"));

    /// <param name="participant">Null when the person never joined.</param>
    /// <param name="current">The person's conversations in the round that runs, a sentence each; most have one, a giver may have several.</param>
    public static IReadOnlyList<MessagePiece> Pieces(Person person, PairingProgram program, Participant? participant, IReadOnlyList<ChatText> current, DateTimeOffset now)
    {
        var state = participant?.StateAt(now) ?? ParticipantState.Left;
        List<MessagePiece> pieces = [new Heading(program.Name)];
        pieces.AddRange(!program.Admits(person) ? Guest() : state switch
        {
            ParticipantState.Active => Active(person, program, participant!, current, now),
            ParticipantState.Paused => Paused(person, program, participant!),
            _ => Newcomer(person, program),
        });
        if (person.IsAdmin) pieces.AddRange([new Divider(), new Choices([new Choice(ChatActions.Admin, "Run the program")])]);
        return pieces;
    }

    private static IEnumerable<MessagePiece> Newcomer(Person person, PairingProgram program) =>
    [
        new Paragraph(ChatText.Of($"Thirty minutes with a colleague whose experience differs from yours: to learn something, and to pass something on.")),
        new Paragraph(ChatText.Of($"The next round opens {MembershipWords.Moment(person, program.NextRoundAt)}. One press, and you are part of it. You can pause or leave whenever you like.")),
        new Choices([new Choice(ChatActions.Join, "Join", Tone: ChoiceTone.Primary), new Choice(ChatActions.Help, "See what I can do")]),
    ];

    private static IEnumerable<MessagePiece> Guest() =>
    [
        new Paragraph(ChatText.Of($"Thirty minutes with a colleague whose experience differs from yours: to learn something, and to pass something on.")),
        new Paragraph(ChatText.Of($"Here, only full members are paired. If you would like to take part, please ask the person who runs this workspace.")),
    ];

    private static IEnumerable<MessagePiece> Paused(Person person, PairingProgram program, Participant participant) =>
    [
        new Paragraph(participant.IsResting && !participant.IsAway ? SilenceWords.Resting : participant.IsAway
            ? ChatText.Of($"You are paused, because you left {(program.AnnounceIn is { } channel ? new ChannelMention(channel) : new Words("the channel"))}. When you come back to it, or press here, you are back in.")
            : ChatText.Of($"You are paused until {Days.Name(Zones.Day(person.Zone, participant.PausedUntil!.Value))}. From then on you are back in.")),
        new Choices([participant.IsAway ? new Choice(ChatActions.StayIn, "Stay in anyway", Tone: ChoiceTone.Primary) : participant.IsResting ? SilenceWords.CountMeIn : new Choice(ChatActions.Resume, "Come back now", Tone: ChoiceTone.Primary), new Choice(ChatActions.Settings, "Change settings")]),
    ];

    private static IEnumerable<MessagePiece> Active(Person person, PairingProgram program, Participant participant, IReadOnlyList<ChatText> current, DateTimeOffset now)
    {
        if (current.Count > 1) yield return new Paragraph(ChatText.Of($"This round you have {current.Count} conversations:"));
        if (current.Count > 0) yield return current.Count == 1 ? new Paragraph(current[0]) : new Bullets(current);
        yield return new Paragraph(Next(person, program, participant));
        yield return new Bullets([.. Facts(person, program, participant, now)]);
        var isWhyAnswered = program.LastRoundNumber > 0;
        yield return new Choices(
        [
            new Choice(ChatActions.Settings, "Change settings", Tone: ChoiceTone.Primary),
            NextPress(program, participant),
            new Choice(ChatActions.Pause, "Pause"),
            .. isWhyAnswered ? [new Choice(ChatActions.Why, current.Count switch { 0 => "Why no match?", 1 => "Why this match?", _ => "Why these matches?" })] : Array.Empty<Choice>(),
            Leave,
        ]);
        yield return new Choices([AskWords.Press]);
    }

    private static ChatText Next(Person person, PairingProgram program, Participant participant)
    {
        var (next, opens) = (program.LastRoundNumber + 1, MembershipWords.Moment(person, program.NextRoundAt));
        var own = program.NextFor(participant);
        if (participant.NeedsYesFor == next) return ChatText.Of($"Are you in for the round of {opens}? If I hear nothing, you sit it out.");
        if (participant.SkipsRound > program.LastRoundNumber) return ChatText.Of($"You sit out the round of {MembershipWords.Moment(person, program.OpensAt(participant.SkipsRound.Value))}, and are back in after it.");
        return own.Number == next
            ? ChatText.Of($"You are in. Your next match comes {opens}.")
            : ChatText.Of($"You are in. By your own rhythm your next match comes {MembershipWords.Moment(person, own.At)}.");
    }

    private static Choice NextPress(PairingProgram program, Participant participant)
    {
        if (participant.NeedsYesFor == program.LastRoundNumber + 1) return WeekWords.In(program, program.LastRoundNumber + 1);
        return participant.SkipsRound > program.LastRoundNumber ? new Choice(ChatActions.Resume, "Take part after all") : new Choice(ChatActions.Skip, "Skip the next round");
    }

    private static IEnumerable<ChatText> Facts(Person person, PairingProgram program, Participant participant, DateTimeOffset now)
    {
        var profile = person.Profile;
        yield return profile.Goal is { } goal ? ChatText.Of($"{ChatText.Strong("Goal:")} {goal}") : ChatText.Of($"{ChatText.Strong("Goal:")} none yet. What are you trying to do?");
        yield return ChatText.Of($"{ChatText.Strong("Looking for:")} {List(participant.Seeks, type => type.SoughtLabel)}");
        if (participant.Offers.Count > 0) yield return ChatText.Of($"{ChatText.Strong("Ready to be:")} {List(participant.Offers, type => type.OfferedLabel)}{(participant.Capacity > 1 ? $", for up to {participant.Capacity} people at a time" : "")}");
        if (Skills(person, SkillSide.Offered) is { Length: > 0 } offered) yield return ChatText.Of($"{ChatText.Strong("Happy to share:")} {offered}");
        if (Skills(person, SkillSide.Wanted) is { Length: > 0 } wanted) yield return ChatText.Of($"{ChatText.Strong("Keen to learn:")} {wanted}");
        if (JobLevels.Label(person.Level) is { } level) yield return ChatText.Of($"{ChatText.Strong("Level:")} {level}{(person.YearsOfExperience(now) is { } years ? years == 1 ? ", 1 year" : $", {years} years" : "")}");
        yield return ChatText.Of($"{ChatText.Strong("Working day:")} {Days.Time(profile.WorkFrom)} to {Days.Time(profile.WorkTo)}, {person.TimeZone}");
        yield return ChatText.Of($"{ChatText.Strong("Rhythm:")} {Rhythms.InWords(program.Cadence.Every, participant.EveryRounds)}");
    }

    private static string List(IEnumerable<string> keys, Func<RelationshipType, string> label) =>
        string.Join(", ", keys.Select(RelationshipCatalog.Find).OfType<RelationshipType>().Select(label)) is { Length: > 0 } list ? list : "nothing chosen";

    private static string Skills(Person person, SkillSide side) => string.Join(", ", person.Skills.Where(skill => skill.Side == side).Select(skill => skill.Name));
}
