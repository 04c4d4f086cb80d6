using PairingBot.Domain.Asks;

namespace PairingBot.Domain.Chat;

/// <summary>A form opens only from a press. Where somebody asked for one in a message, the press is offered.</summary>
public static class FormOffer
{
    public static ChatMessage Of(ChatForm form) => new(
        "offer-" + form.Key,
        form.Title,
        [
            new Paragraph(ChatText.Of($"There is a form for that:")),
            new Choices([form.Key == ChatForms.AskTopic ? AskWords.Press : form.Key == ChatForms.Program ? new Choice(ChatActions.Admin, "Run the program") : new Choice(ChatActions.Settings, "Change settings")]),
        ]);
}
