using System.Text.Json.Serialization;

namespace PairingBot.Slack.Blocks;

/// <summary>An interactive element: what can be pressed or filled in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(TextElement), "plain_text_input")]
[JsonDerivedType(typeof(SelectElement), "static_select")]
[JsonDerivedType(typeof(CheckboxesElement), "checkboxes")]
[JsonDerivedType(typeof(PeopleElement), "multi_users_select")]
[JsonDerivedType(typeof(ConversationElement), "conversations_select")]
[JsonDerivedType(typeof(TimeElement), "timepicker")]
[JsonDerivedType(typeof(DateElement), "datepicker")]
internal abstract record Element(string ActionId);

internal sealed record ButtonElement(string ActionId, TextObject Text, string? Value, string? Style, ConfirmObject? Confirm) : Element(ActionId);

internal sealed record ConfirmObject(TextObject Title, TextObject Text, TextObject Confirm, TextObject Deny);

internal sealed record TextElement(string ActionId, string? InitialValue, bool? Multiline, int MaxLength, TextObject? Placeholder) : Element(ActionId);

internal sealed record SelectElement(string ActionId, IReadOnlyList<OptionObject> Options, OptionObject? InitialOption) : Element(ActionId);

internal sealed record CheckboxesElement(string ActionId, IReadOnlyList<OptionObject> Options, IReadOnlyList<OptionObject>? InitialOptions) : Element(ActionId);

internal sealed record OptionObject(TextObject Text, string Value, TextObject? Description);

internal sealed record PeopleElement(string ActionId, IReadOnlyList<string>? InitialUsers) : Element(ActionId);

internal sealed record ConversationElement(string ActionId, string? InitialConversation, ConversationFilter Filter) : Element(ActionId);

internal sealed record ConversationFilter(IReadOnlyList<string> Include, bool ExcludeExternalSharedChannels);

internal sealed record TimeElement(string ActionId, string? InitialTime) : Element(ActionId);

internal sealed record DateElement(string ActionId, string? InitialDate) : Element(ActionId);
