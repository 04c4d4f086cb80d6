using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What the bot says around the channel in which a program lives.</summary>
public static class ChannelWords
{
    /// <summary>The word of platforms, and ours, for a channel that the bot is no longer in because it is not in the group that the channel belongs to.</summary>
    public const string OutOfGroup = "not-in-group";

    /// <summary>To the channel, once, when the program comes to live there: those who are in it already are told together, and nobody of them is written to.</summary>
    public static ChatMessage Greeting(PairingProgram program) => new(
        "channel-greeting",
        Texts.Plain("channel.greeting.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("channel.greeting", ("program", program.Name))),
            new Paragraph(Texts.Of(program.ChannelJoining == ChannelJoining.Enrols ? "channel.greeting.enrols" : "channel.greeting.invites")),
            new Choices([new Choice(ChatActions.Join, Texts.Plain("buttons.join"), Tone: ChoiceTone.Primary)]),
        ]);

    /// <summary>To somebody who joined the channel of a program that invites.</summary>
    public static ChatMessage Invitation(PairingProgram program, Person person) => new(
        "channel-invitation",
        Texts.Plain("channel.invitation.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("channel.invitation", ("channel", Channel(program)), ("program", program.Name), ("rhythm", Rhythms.InTime(program.Cadence.Every, 1)), ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Choices([new Choice(ChatActions.JoinInvited, Texts.Plain("buttons.join"), Tone: ChoiceTone.Primary), new Choice(ChatActions.NotNow, Texts.Plain("buttons.not-now"))]),
            new Note(Texts.Of("channel.invitation.once")),
        ]);

    /// <summary>To somebody who joined the channel of a program that enrols.</summary>
    public static ChatMessage Enrolled(PairingProgram program, Person person) => new(
        "channel-enrolled",
        Texts.Plain("channel.enrolled.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("channel.enrolled", ("channel", Channel(program)), ("program", program.Name), ("rhythm", Rhythms.InTime(program.Cadence.Every, 1)), ("when", MembershipWords.Moment(person, program.NextRoundAt)))),
            new Paragraph(Texts.Of("channel.enrolled.stop")),
            new Choices([new Choice(ChatActions.Leave, Texts.Plain("buttons.leave")), new Choice(ChatActions.Settings, Texts.Plain("buttons.tell-more"))]),
        ]);

    /// <summary>To a participant who left the channel.</summary>
    public static ChatMessage Away(PairingProgram program) => new(
        "channel-away",
        Texts.Plain("channel.away.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of("channel.away", ("channel", Channel(program)), ("program", program.Name))),
            new Choices([new Choice(ChatActions.StayIn, Texts.Plain("buttons.stay-in-anyway"), Tone: ChoiceTone.Primary), new Choice(ChatActions.Leave, Texts.Plain("buttons.leave-for-good"))]),
        ]);

    /// <summary>To a participant who came back to the channel.</summary>
    public static ChatMessage Back(PairingProgram program, Person person, Participant participant) => ChatMessage.Of(
        "channel-back",
        Texts.Of("channel.back", ("channel", Channel(program)), ("program", program.Name), ("when", MembershipWords.Moment(person, program.NextFor(participant).At))));

    public static Reply NotNow(PairingProgram program) => new Replace(ChatMessage.Of(
        "channel-not-now",
        Texts.Of("channel.not-now", ("program", program.Name))));

    public static Reply StayedIn(Person person, PairingProgram program, Participant participant) => new Replace(new ChatMessage(
        "channel-stayed-in",
        Texts.Plain("channel.stayed-in.summary"),
        [
            new Paragraph(Texts.Of("channel.stayed-in", ("when", MembershipWords.Moment(person, program.NextFor(participant).At)))),
            new Choices([new Choice(ChatActions.Pause, Texts.Plain("buttons.pause")), new Choice(ChatActions.Leave, Texts.Plain("buttons.leave"))]),
        ]));

    /// <summary>To the organizer, once, when the channel cannot be written to.</summary>
    /// <param name="program">The program; its channel is named.</param>
    /// <param name="trouble">Which of the troubles it is.</param>
    public static ChatMessage Trouble(PairingProgram program, ChannelTrouble trouble) => new(
        "channel-trouble",
        Texts.Plain("channel.trouble.summary", ("program", program.Name)),
        [
            new Paragraph(Texts.Of(
                trouble switch { ChannelTrouble.NotInvited => "channel.trouble.not-invited", ChannelTrouble.Archived => "channel.trouble.archived", ChannelTrouble.OutOfGroup => "channel.trouble.out-of-group", _ => "channel.trouble.not-allowed" },
                ("channel", Channel(program)),
                ("program", program.Name))),
            new Paragraph(Texts.Of("channel.trouble.rounds-go-on")),
            new Choices([new Choice(ChatActions.Admin, Texts.Plain("buttons.admin"))]),
        ]);

    /// <summary>The program's channel, to be named in a sentence.</summary>
    internal static Hole Channel(PairingProgram program) => program.AnnounceIn is { } channel ? new ChannelMention(channel, program.InstallationId) : Texts.Plain("channel.some");
}

/// <summary>Why a channel cannot be written to, as far as an organizer can do something about it.</summary>
public enum ChannelTrouble
{
    NotInvited,
    Archived,
    NotAllowed,
    OutOfGroup,
}
