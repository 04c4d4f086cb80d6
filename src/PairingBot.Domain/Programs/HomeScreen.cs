using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;

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
        pieces.AddRange(state switch
        {
            ParticipantState.Active => Active(person, program, participant!, current),
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

    private static IEnumerable<MessagePiece> Paused(Person person, PairingProgram program, Participant participant) =>
    [
        new Paragraph(ChatText.Of($"You are paused until {Days.Name(Zones.Day(person.Zone, participant.PausedUntil!.Value))}. From then on you are back in.")),
        new Choices([new Choice(ChatActions.Resume, "Come back now", Tone: ChoiceTone.Primary), new Choice(ChatActions.Settings, "Change settings")]),
    ];

    private static IEnumerable<MessagePiece> Active(Person person, PairingProgram program, Participant participant, IReadOnlyList<ChatText> current)
    {
        if (current.Count > 1) yield return new Paragraph(ChatText.Of($"This round you have {current.Count} conversations:"));
        if (current.Count > 0) yield return current.Count == 1 ? new Paragraph(current[0]) : new Bullets(current);
        yield return new Paragraph(Next(person, program, participant));
        yield return new Bullets([.. Facts(person, participant)]);
        var isWhyAnswered = program.LastRoundNumber > 0;
        yield return new Choices(
        [
            new Choice(ChatActions.Settings, "Change settings", Tone: ChoiceTone.Primary),
            participant.SkipsRound == program.LastRoundNumber + 1 ? new Choice(ChatActions.Resume, "Take part after all") : new Choice(ChatActions.Skip, "Skip the next round"),
            new Choice(ChatActions.Pause, "Pause"),
            .. isWhyAnswered ? [new Choice(ChatActions.Why, current.Count switch { 0 => "Why no match?", 1 => "Why this match?", _ => "Why these matches?" })] : Array.Empty<Choice>(),
            Leave,
        ]);
    }

    private static ChatText Next(Person person, PairingProgram program, Participant participant)
    {
        var (next, opens) = (program.LastRoundNumber + 1, MembershipWords.Moment(person, program.NextRoundAt));
        if (participant.SkipsRound == next) return ChatText.Of($"You sit out the round of {opens}, and are back in after it.");
        return participant.IsEligible(next, program.NextRoundAt)
            ? ChatText.Of($"You are in. Your next match comes {opens}.")
            : ChatText.Of($"You are in. By your own rhythm you sit out the round of {opens}.");
    }

    private static IEnumerable<ChatText> Facts(Person person, Participant participant)
    {
        var profile = person.Profile;
        yield return profile.Goal is { } goal ? ChatText.Of($"{ChatText.Strong("Goal:")} {goal}") : ChatText.Of($"{ChatText.Strong("Goal:")} none yet. What are you trying to do?");
        yield return ChatText.Of($"{ChatText.Strong("Looking for:")} {List(participant.Seeks, type => type.SoughtLabel)}");
        if (participant.Offers.Count > 0) yield return ChatText.Of($"{ChatText.Strong("Ready to be:")} {List(participant.Offers, type => type.OfferedLabel)}{(participant.Capacity > 1 ? $", for up to {participant.Capacity} people at a time" : "")}");
        if (Skills(person, SkillSide.Offered) is { Length: > 0 } offered) yield return ChatText.Of($"{ChatText.Strong("Happy to share:")} {offered}");
        if (Skills(person, SkillSide.Wanted) is { Length: > 0 } wanted) yield return ChatText.Of($"{ChatText.Strong("Keen to learn:")} {wanted}");
        if (JobLevels.Label(profile.Level) is { } level) yield return ChatText.Of($"{ChatText.Strong("Level:")} {level}{(profile.YearsOfExperience is { } years ? years == 1 ? ", 1 year" : $", {years} years" : "")}");
        yield return ChatText.Of($"{ChatText.Strong("Working day:")} {Days.Time(profile.WorkFrom)} to {Days.Time(profile.WorkTo)}, {person.TimeZone}");
        yield return ChatText.Of($"{ChatText.Strong("Rhythm:")} {participant.EveryRounds switch { 1 => "every round", 2 => "every second round", _ => "every fourth round" }}");
    }

    private static string List(IEnumerable<string> keys, Func<RelationshipType, string> label) =>
        string.Join(", ", keys.Select(RelationshipCatalog.Find).OfType<RelationshipType>().Select(label)) is { Length: > 0 } list ? list : "nothing chosen";

    private static string Skills(Person person, SkillSide side) => string.Join(", ", person.Skills.Where(skill => skill.Side == side).Select(skill => skill.Name));
}
