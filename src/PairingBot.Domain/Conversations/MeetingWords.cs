using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Rounds;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Conversations;

/// <summary>What is said when people tell on which day they meet.</summary>
public static class MeetingWords
{
    /// <summary>To the conversation. <paramref name="isReminded"/>: there is still time for a reminder.</summary>
    public static ChatMessage Told(Pairing pairing, Person teller, bool isReminded) => ChatMessage.Of("meeting-told", isReminded
        ? Texts.Of("meetings.told", ("who", teller.Mention), ("when", MeetingTime.InWords(pairing, teller)))
        : Texts.Of("meetings.told-soon", ("who", teller.Mention), ("when", MeetingTime.InWords(pairing, teller))));

    public static Reply NoDay => Reply.Say("meeting-no-day", Texts.Of("meetings.no-day"));

    public static Reply Known => Reply.Say("meeting-known", Texts.Of("meetings.known"));
}
