using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Domain.Programs;

/// <summary>What the bot says around the channel in which a program lives.</summary>
public static class ChannelWords
{
    /// <summary>To the channel, once, when the program comes to live there: those who are in it already are told together, and nobody of them is written to.</summary>
    public static ChatMessage Greeting(PairingProgram program) => new(
        "channel-greeting",
        $"{program.Name} lives here from now on.",
        [
            new Paragraph(ChatText.Of($"{program.Name} lives here from now on: thirty minutes with a colleague whose experience differs from yours, and a reason why you two.")),
            new Paragraph(program.ChannelJoining == ChannelJoining.Enrols
                ? ChatText.Of($"Whoever joins this channel from today on takes part, and can stop with one press. If you are here already, nothing changes for you until you press.")
                : ChatText.Of($"Nobody is signed up by being here. One press, and you are part of the next round.")),
            new Choices([new Choice(ChatActions.Join, "Join", Tone: ChoiceTone.Primary)]),
        ]);

    /// <summary>To somebody who joined the channel of a program that invites.</summary>
    public static ChatMessage Invitation(PairingProgram program, Person person) => new(
        "channel-invitation",
        $"Would you like to be part of {program.Name}?",
        [
            new Paragraph(ChatText.Of($"Welcome to {Channel(program)}. Would you like to be part of {program.Name}? You get thirty minutes {Rhythms.InTime(program.Cadence.Every, 1)} with a colleague whose experience differs from yours. The next round opens {MembershipWords.Moment(person, program.NextRoundAt)}.")),
            new Choices([new Choice(ChatActions.JoinInvited, "Join", Tone: ChoiceTone.Primary), new Choice(ChatActions.NotNow, "Not now")]),
            new Note(ChatText.Of($"I ask only once. You can read along in the channel either way.")),
        ]);

    /// <summary>To somebody who joined the channel of a program that enrols.</summary>
    public static ChatMessage Enrolled(PairingProgram program, Person person) => new(
        "channel-enrolled",
        $"You take part in {program.Name} now.",
        [
            new Paragraph(ChatText.Of($"You joined {Channel(program)}, and with it you take part in {program.Name}: thirty minutes {Rhythms.InTime(program.Cadence.Every, 1)} with a colleague whose experience differs from yours. Your first match comes {MembershipWords.Moment(person, program.NextRoundAt)}.")),
            new Paragraph(ChatText.Of($"If that is not for you, one press is enough. You can stay in the channel all the same.")),
            new Choices([new Choice(ChatActions.Leave, "Leave"), new Choice(ChatActions.Settings, "Tell me more")]),
        ]);

    /// <summary>To a participant who left the channel.</summary>
    public static ChatMessage Away(PairingProgram program) => new(
        "channel-away",
        $"You are paused in {program.Name}.",
        [
            new Paragraph(ChatText.Of($"You left {Channel(program)}, so I paused you in {program.Name}: no matches until you come back to the channel. What you told me stays as it is.")),
            new Choices([new Choice(ChatActions.StayIn, "Stay in anyway", Tone: ChoiceTone.Primary), new Choice(ChatActions.Leave, "Leave for good")]),
        ]);

    /// <summary>To a participant who came back to the channel.</summary>
    public static ChatMessage Back(PairingProgram program, Person person, Participant participant) => ChatMessage.Of(
        "channel-back",
        ChatText.Of($"You are back in {Channel(program)}, and back in {program.Name}. Your next match comes {MembershipWords.Moment(person, program.NextFor(participant).At)}."));

    public static Reply NotNow(PairingProgram program) => new Replace(ChatMessage.Of(
        "channel-not-now",
        ChatText.Of($"All right. Should you change your mind about {program.Name}, type {ChatText.Strong("/coffee join")}.")));

    public static Reply StayedIn(Person person, PairingProgram program, Participant participant) => new Replace(new ChatMessage(
        "channel-stayed-in",
        "You stay in.",
        [
            new Paragraph(ChatText.Of($"You stay in, channel or not. Your next match comes {MembershipWords.Moment(person, program.NextFor(participant).At)}.")),
            new Choices([new Choice(ChatActions.Pause, "Pause"), new Choice(ChatActions.Leave, "Leave")]),
        ]));

    /// <summary>To the organizer, once, when the channel cannot be written to.</summary>
    /// <param name="program">The program; its channel is named.</param>
    /// <param name="trouble">Which of the troubles it is.</param>
    public static ChatMessage Trouble(PairingProgram program, ChannelTrouble trouble) => new(
        "channel-trouble",
        $"I can't write in the channel of {program.Name}.",
        [
            new Paragraph(trouble switch
            {
                ChannelTrouble.NotInvited => ChatText.Of($"I can't write in {Channel(program)}, where {program.Name} lives, because I am not in it. Please open it and type {ChatText.Strong("/invite @PairingBot")}. In a private channel only its members can do that."),
                ChannelTrouble.Archived => ChatText.Of($"{program.Name} has lost its channel: {Channel(program)} has been archived, so I can't announce rounds there. Please choose another channel, or none."),
                _ => ChatText.Of($"I am not allowed to write in {Channel(program)}, where {program.Name} lives. Please allow it in the channel's settings, or choose another channel."),
            }),
            new Paragraph(ChatText.Of($"Rounds go on as usual. Only the channel does not hear of them.")),
            new Choices([new Choice(ChatActions.Admin, "Run the program")]),
        ]);

    private static ChatText Channel(PairingProgram program) => program.AnnounceIn is { } channel ? ChatText.Of($"{new ChannelMention(channel)}") : ChatText.Of($"the channel");
}

/// <summary>Why a channel cannot be written to, as far as an organizer can do something about it.</summary>
public enum ChannelTrouble
{
    NotInvited,
    Archived,
    NotAllowed,
}
