using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Interactions;

/// <summary>From Slack's payload to who did what where.</summary>
internal static class InteractionReader
{
    /// <summary>Null for what is no payload of Slack's.</summary>
    public static Interaction? Parse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, SlackJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when nobody, or no workspace, is named.</summary>
    public static ChatRequest? Request(Interaction interaction, Intent intent, ChatPlace place)
    {
        if (interaction.Home is not { } home || interaction.User?.Id is not { Length: > 0 } person) return null;
        var isStranger = Strangers.IsOne(interaction.User.TeamId, interaction.Team?.Id, interaction.Enterprise?.Id ?? interaction.Team?.EnterpriseId, interaction.IsEnterpriseInstall);
        var handle = place == ChatPlace.Message ? interaction.ResponseUrl : null;
        return new ChatRequest(home, new ChatSender(person, isStranger), intent, place, handle);
    }

    /// <summary>Where a button was pressed.</summary>
    public static ChatPlace Place(Interaction press) => press.View?.Type switch
    {
        "home" => ChatPlace.Home,
        "modal" => ChatPlace.Form,
        _ => press.Container?.Type == "view" ? ChatPlace.Home : ChatPlace.Message,
    };

    /// <summary>Fields by their key, which is both their block's and their element's id.</summary>
    public static FormAnswers Answers(InteractionView? view)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (block, elements) in view?.State?.Values ?? new Dictionary<string, IReadOnlyDictionary<string, FieldState?>?>())
        {
            answers[block] = [.. (elements?.Values ?? []).OfType<FieldState>().SelectMany(field => field.Answers())];
        }

        return new FormAnswers(answers);
    }
}
