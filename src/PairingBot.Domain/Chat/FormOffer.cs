using PairingBot.Domain.Asks;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Chat;

/// <summary>A form opens only from a press. Where somebody asked for one in a message, the press is offered.</summary>
public static class FormOffer
{
    public static ChatMessage Of(ChatForm form) => new(
        "offer-" + form.Key,
        form.Title,
        [
            new Paragraph(Texts.Of("membership.form-offer")),
            new Choices([form.Key switch
            {
                ChatForms.AskTopic => AskWords.Press,
                ChatForms.Program => new Choice(ChatActions.Admin, Texts.Plain("buttons.admin")),
                _ => new Choice(ChatActions.Settings, Texts.Plain("buttons.settings")),
            }]),
        ]);
}
