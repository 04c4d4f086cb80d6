using System.Text.Json;
using System.Text.Json.Serialization;
using PairingBot.Domain.Chat;
using PairingBot.Slack.Api;

namespace PairingBot.Slack.Interactions;

/// <summary>A press, a sent or closed form, a shortcut: what Slack puts into the field "payload". Everything may be null or missing.</summary>
internal sealed record Interaction(
    string? Type,
    SlackIdentity? Team,
    SlackIdentity? Enterprise,
    Actor? User,
    string? TriggerId,
    string? ResponseUrl,
    InteractionContainer? Container,
    InteractionView? View,
    IReadOnlyList<PressedAction?>? Actions,
    string? CallbackId)
{
    [JsonConverter(typeof(LenientBool))]
    public bool IsEnterpriseInstall { get; init; }

    /// <summary>The workspace and its organization; the organization alone where no workspace is named.</summary>
    public InstallationKey? Home => SlackHome.Of(Team?.Id, Enterprise?.Id ?? Team?.EnterpriseId);
}

internal sealed record Actor(string? Id, string? TeamId);

internal sealed record InteractionContainer(string? Type);

internal sealed record InteractionView(string? Type, string? CallbackId, string? PrivateMetadata, ViewState? State);

/// <summary>Block id, then action id, then the answer.</summary>
internal sealed record ViewState(IReadOnlyDictionary<string, IReadOnlyDictionary<string, FieldState?>?>? Values);

internal sealed record PressedAction(string? Type, string? ActionId, string? BlockId, JsonElement? Value)
{
    /// <summary>A button's value; other elements (none of ours sends before its form is sent) have none.</summary>
    public string Argument => JsonText.Of(Value) ?? "";
}
