using System.Net;

namespace PairingBot.Teams.Connector;

/// <summary>What an answer of the connector's that is no success is about, and so what follows from it.</summary>
internal enum ConnectorErrorClass
{
    /// <summary>Too often, or two at once in one conversation: nothing was done, rest as long as it says.</summary>
    Rate,

    /// <summary>It was never sent, or may be repeated without harm: later, with back-off.</summary>
    Transient,

    /// <summary>It went out, and what came of it was never told.</summary>
    Uncertain,

    /// <summary>The token is no good, or none was given.</summary>
    Token,

    /// <summary>Another cloud's connector is the one to ask.</summary>
    OtherCloud,

    /// <summary>Forbidden here without a word that we know: mostly an address of another region.</summary>
    OtherRegion,

    /// <summary>The person does not have the bot, or it is not in the chat.</summary>
    NotInstalled,

    /// <summary>The person has blocked the bot.</summary>
    Blocked,

    /// <summary>An administrator has switched the bot off.</summary>
    SwitchedOff,

    /// <summary>The id of this person is none that this bot knows.</summary>
    Stranger,

    /// <summary>There is no such conversation (any more).</summary>
    Place,

    /// <summary>The connector does not take what we sent, or what it is about is gone: sending it again changes nothing.</summary>
    Ours,
}

/// <summary>
/// The connector's answers by class. The shape of its errors differs from place to place ({error:{code}}, {errorCode, message: "{subCode…}"}, bare text), so a body is searched for the words
/// that it is known to use, and never taken apart.
/// </summary>
internal static class ConnectorErrors
{
    private static readonly (HttpStatusCode Status, string Word, ConnectorErrorClass Class)[] Known =
    [
        (HttpStatusCode.Forbidden, "BotNotInConversationRoster", ConnectorErrorClass.NotInstalled),
        (HttpStatusCode.Forbidden, "not part of the conversation roster", ConnectorErrorClass.NotInstalled),
        (HttpStatusCode.Forbidden, "ConversationBlockedByUser", ConnectorErrorClass.Blocked),
        (HttpStatusCode.Forbidden, "MessageWritesBlocked", ConnectorErrorClass.Blocked),
        (HttpStatusCode.Forbidden, "User blocked the conversation", ConnectorErrorClass.Blocked),
        (HttpStatusCode.Forbidden, "\"errorCode\":209", ConnectorErrorClass.Blocked),
        (HttpStatusCode.Forbidden, "BotDisabledByAdmin", ConnectorErrorClass.SwitchedOff),
        (HttpStatusCode.Forbidden, "disabled this bot", ConnectorErrorClass.SwitchedOff),
        (HttpStatusCode.Forbidden, "InvalidBotApiHost", ConnectorErrorClass.OtherCloud),
        (HttpStatusCode.Forbidden, "Failed to decrypt conversation id", ConnectorErrorClass.Place),
        (HttpStatusCode.BadRequest, "Failed to decrypt pairwise id", ConnectorErrorClass.Stranger),
        (HttpStatusCode.BadRequest, "Failed to decrypt conversation id", ConnectorErrorClass.Place),
        (HttpStatusCode.NotFound, "ActivityNotFound", ConnectorErrorClass.Ours),
        (HttpStatusCode.NotFound, "MemberNotFound", ConnectorErrorClass.Ours),
        (HttpStatusCode.NotFound, "ConversationNotFound", ConnectorErrorClass.Place),
        (HttpStatusCode.NotFound, "Conversation not found", ConnectorErrorClass.Place),
    ];

    /// <param name="status">Of the answer.</param>
    /// <param name="body">As it came.</param>
    /// <param name="mayRepeat">Whether the call does no harm when it is made twice.</param>
    /// <returns>The class, and the connector's own word for it where it is one that we know.</returns>
    public static (ConnectorErrorClass Class, string Word) Of(HttpStatusCode status, string body, bool mayRepeat)
    {
        var plain = body.Replace("\"errorCode\": ", "\"errorCode\":", StringComparison.OrdinalIgnoreCase);
        var known = Known.FirstOrDefault(entry => entry.Status == status && plain.Contains(entry.Word, StringComparison.OrdinalIgnoreCase));
        return known.Word is { } word ? (known.Class, word) : (ByStatus(status, body, mayRepeat), $"http-{(int)status}");
    }

    private static ConnectorErrorClass ByStatus(HttpStatusCode status, string body, bool mayRepeat) => status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed => ConnectorErrorClass.Rate,
        HttpStatusCode.Unauthorized => ConnectorErrorClass.Token,
        HttpStatusCode.Forbidden => ConnectorErrorClass.OtherRegion,
        HttpStatusCode.NotFound when !body.TrimStart().StartsWith('{') => ConnectorErrorClass.Transient, // a page of something that stands between, and no word of the connector's
        HttpStatusCode.NotFound when mayRepeat => ConnectorErrorClass.Ours,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ConnectorErrorClass.Place,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => mayRepeat ? ConnectorErrorClass.Transient : ConnectorErrorClass.Uncertain,
        < HttpStatusCode.BadRequest => ConnectorErrorClass.Transient, // sent elsewhere: what stands between, again
        _ => ConnectorErrorClass.Ours,
    };
}
