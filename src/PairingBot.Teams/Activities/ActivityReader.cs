using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Teams.Activities;

/// <summary>From an activity that is stored and read later (typed words, news of who has the bot and of teams) to what somebody did; null when it means nothing to us.</summary>
internal static class ActivityReader
{
    public static ChatRequest? Read(string body) => Activity.Read(body) is { } activity ? Read(activity) : null;

    public static ChatRequest? Read(Activity activity) => Meaning(activity) is { } intent ? activity.Request(intent, ChatPlace.Event) : null;

    /// <summary>Whether the bot is no longer in the conversation from now on. What goes only to be put back as another version is not gone.</summary>
    public static bool IsFarewell(Activity activity) => activity.Type switch
    {
        "installationUpdate" => activity.Action == "remove",
        "conversationUpdate" => HasUs(activity, "membersRemoved"),
        _ => false,
    };

    private static Intent? Meaning(Activity activity) => activity.Type switch
    {
        "message" => Message(activity),
        "installationUpdate" or "conversationUpdate" => activity switch
        {
            { IsPersonal: true, Person: { } person } => News(activity, person),
            { IsPersonal: false, Team: { } team } => TeamNews(activity, team),
            _ => null,
        },
        _ => null,
    };

    /// <summary>Where several are, only what is said to the bot; with more rights than we ask for, everything would arrive.</summary>
    private static DirectMessage? Message(Activity activity) =>
        activity.IsPersonal || activity.IsTargeted || WrittenText.MentionsBot(activity) ? new DirectMessage(WrittenText.Of(activity)) : null;

    private static InstallationNews? News(Activity activity, string person)
    {
        if (IsFarewell(activity)) return new PersonLost(person, Reach.Uninstalled);
        return IsWelcome(activity) ? new PersonReached(person) : null;
    }

    /// <summary>Whoever comes into a team comes into all of its channels but the private ones, of which nobody is told.</summary>
    private static InstallationNews? TeamNews(Activity activity, string team)
    {
        if (IsFarewell(activity) || activity.EventType is "teamDeleted" or "teamHardDeleted") return new ChannelGroupLeft(team);
        if (IsWelcome(activity) || ChangesTeam(activity.EventType)) return new ChannelGroupEntered(team);
        if (activity is not { Type: "conversationUpdate", At: { } at }) return null;
        if (activity.People("membersAdded") is { Count: > 0 } came) return new PeopleJoinedGroup(team, came, at);
        return activity.People("membersRemoved") is { Count: > 0 } went ? new PeopleLeftGroup(team, went, at) : null;
    }

    private static bool IsWelcome(Activity activity) => activity.Type == "installationUpdate" ? activity.Action is "add" or "add-upgrade" : HasUs(activity, "membersAdded");

    private static bool ChangesTeam(string? what) => what is "channelCreated" or "channelRenamed" or "channelDeleted" or "channelRestored" or "teamRenamed" or "teamRestored" or "teamUnarchived";

    private static bool HasUs(Activity activity, string list) => activity.Root.Items(list).Any(activity.IsUs);
}
