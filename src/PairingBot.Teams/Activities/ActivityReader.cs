using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;

namespace PairingBot.Teams.Activities;

/// <summary>From an activity that is stored and read later (typed words, news of who has the bot) to what somebody did; null when it means nothing to us.</summary>
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
        "installationUpdate" or "conversationUpdate" => activity is { IsPersonal: true, Person: { } person } ? News(activity, person) : null,
        _ => null,
    };

    /// <summary>Where several are, only what is said to the bot; with more rights than we ask for, everything would arrive.</summary>
    private static DirectMessage? Message(Activity activity) =>
        activity.IsPersonal || activity.IsTargeted || WrittenText.MentionsBot(activity) ? new DirectMessage(WrittenText.Of(activity)) : null;

    private static InstallationNews? News(Activity activity, string person)
    {
        if (IsFarewell(activity)) return new PersonLost(person, Reach.Uninstalled);
        var isWelcome = activity.Type == "installationUpdate" ? activity.Action is "add" or "add-upgrade" : HasUs(activity, "membersAdded");
        return isWelcome ? new PersonReached(person) : null;
    }

    private static bool HasUs(Activity activity, string list) => activity.Root.Items(list).Any(activity.IsUs);
}
