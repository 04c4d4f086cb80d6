using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Organizations;

/// <summary>What organizers hear while they connect two installations, and take them apart.</summary>
public static class ConnectionWords
{
    private const int MostButtons = 5, LongestLabel = 24;

    public static Reply OnlyForOrganizers => Reply.Say("connect-only-for-organizers", Texts.Of("organization.only-for-organizers"));

    public static Reply OwnCode => Reply.Say("connect-own-code", Texts.Of("organization.code.own"));

    public static Reply OtherGone => Reply.Say("connect-other-gone", Texts.Of("organization.code.other-gone"));

    public static Reply NothingToDisconnect => Reply.Say("disconnect-nothing", Texts.Of("organization.disconnect.nothing"));

    public static Reply FirstCode(string code, PairingProgram program) =>
        Reply.Say("connect-first-code", Texts.Of("organization.first-code", ("program", program.Name), ("code", ChatText.Strong(CodeLetters.Show(code)))));

    public static Reply SecondCode(string code, PairingProgram program, Installation home) => Reply.Say(
        "connect-second-code", Texts.Of("organization.second-code", ("code", ChatText.Strong(CodeLetters.Show(code))), ("program", program.Name), ("place", Place(home))));

    public static Reply WrongCode(int left) => Reply.Say("connect-wrong-code", Texts.Of("organization.code.wrong", ("left", left)));

    public static Reply Wait(Person organizer, DateTimeOffset until) => Reply.Say("connect-wait", Texts.Of("organization.code.wait", ("when", MembershipWords.Moment(organizer, until))));

    public static Reply IsHome(IReadOnlyList<Installation> joined) =>
        Reply.Say("connect-is-home", Texts.Of("organization.code.is-home", ("place", Texts.List(joined.Select(Place)))));

    public static Reply OtherJoined(Installation other) => Reply.Say("connect-other-joined", Texts.Of("organization.code.other-joined", ("place", Place(other))));

    public static Reply AlreadyJoined(Installation home) =>
        Reply.Say("connect-already-joined", Texts.Of("organization.already-joined", ("place", Place(home))));

    /// <summary>To the organizers of the home.</summary>
    public static ChatMessage HasJoined(Installation joined, int people) => ChatMessage.Of("connected-home", Texts.Of("organization.connected.home", ("place", Place(joined)), ("people", people)));

    /// <summary>To the organizers of the side that has joined.</summary>
    public static ChatMessage YouHaveJoined(Installation home, PairingProgram program) =>
        ChatMessage.Of("connected-joined", Texts.Of("organization.connected.joined", ("place", Place(home)), ("program", program.Name)));

    /// <param name="sides">For each connection that can end here: the installation that has joined, and the other side as seen from here.</param>
    public static Reply AskToDisconnect(IReadOnlyList<(Installation Joined, Installation Other)> sides) => new Say(new ChatMessage(
        "disconnect-ask",
        Texts.Plain("organization.disconnect.summary"),
        [new Paragraph(Texts.Of("organization.disconnect.ask", ("place", Texts.List(sides.Select(side => Place(side.Other)))))), new Choices([.. sides.Take(MostButtons).Select(side => Disconnect(side.Joined, side.Other))])]));

    public static ChatMessage Disconnected(Installation other) => ChatMessage.Of("disconnected", Texts.Of("organization.disconnected", ("place", Place(other))));

    /// <summary>To the organizers of a side whose home removed the bot, once.</summary>
    public static ChatMessage HomeRemoved(Installation joined, Installation home) => new(
        "home-removed",
        Texts.Plain("organization.home-removed.summary", ("place", Place(home))),
        [new Paragraph(Texts.Of("organization.home-removed", ("place", Place(home)))), new Choices([Disconnect(joined, home)])]);

    /// <summary>A platform that knows no name gives the id.</summary>
    internal static string Place(Installation installation) => HasName(installation) ? PersonName.InText(installation.Name!) : Texts.Plain("organization.place");

    private static bool HasName(Installation installation) => installation.Name is { Length: > 0 } name && name != installation.ExternalId;

    private static Choice Disconnect(Installation joined, Installation other) => new(
        ChatActions.Disconnect,
        HasName(other) ? Graphemes.Cut(Texts.Plain("organization.disconnect.button", ("place", Place(other))), LongestLabel) : Texts.Plain("organization.disconnect.yes"),
        joined.Id.ToString("N"),
        ChoiceTone.Danger,
        new Confirmation(Texts.Plain("organization.disconnect.title"), Texts.Plain("organization.disconnect.text"), Texts.Plain("organization.disconnect.yes"), Texts.Plain("organization.disconnect.no")));
}
