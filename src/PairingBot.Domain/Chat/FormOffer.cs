using PairingBot.Domain.Asks;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Chat;

/// <summary>A form opens only from a press. Where somebody asked for one in a message, the press is offered.</summary>
public static class FormOffer
{
    public static ChatMessage Of(ChatForm form) => new("offer-" + form.Key, form.Title, [new Paragraph(Texts.Of("membership.form-offer")), new Choices([Press(form)])]);

    /// <summary>Whether the press of this button opens a form, as far as can be said before.</summary>
    public static bool IsOpenedBy(string action) => action is ChatActions.Settings or ChatActions.Admin or ChatActions.Reflect or ChatActions.Talked
        or ChatActions.FrameRequest or ChatActions.TimeFound or ChatActions.Ask or ChatActions.AskChoose;

    /// <summary>The button that opens the form.</summary>
    private static Choice Press(ChatForm form) => form.Key switch
    {
        ChatForms.AskTopic => AskWords.Press,
        ChatForms.Program => new Choice(ChatActions.Admin, Texts.Plain("buttons.admin")),
        ChatForms.Reflection => new Choice(ChatActions.Reflect, form.Title, form.Argument),
        ChatForms.Request => new Choice(ChatActions.FrameRequest, form.Title, form.Argument),
        ChatForms.Meeting => new Choice(ChatActions.TimeFound, form.Title, form.Argument),
        ChatForms.AskRequest => new Choice(ChatActions.AskChoose, form.Title, form.Argument),
        _ => new Choice(ChatActions.Settings, Texts.Plain("buttons.settings")),
    };
}
