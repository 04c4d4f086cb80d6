namespace PairingBot.Domain.Chat;

/// <summary>What a person gets at once for a command, a press or a form. The set is closed.</summary>
public abstract record Reply
{
    /// <summary>Received, and nothing is to be shown beyond what the outbox sends.</summary>
    public static Reply Nothing { get; } = new Silence();

    public static Reply Say(string key, ChatText text) => new Say(ChatMessage.Of(key, text));
}

public sealed record Silence : Reply;

/// <summary>Words for this person alone. After a form, the form closes.</summary>
public sealed record Say(ChatMessage Message) : Reply;

/// <summary>The message that held the button becomes this one, for everybody who sees it.</summary>
public sealed record Replace(ChatMessage Message) : Reply;

/// <summary>A form opens.</summary>
public sealed record OpenForm(ChatForm Form) : Reply;

/// <summary>The form stays as it is, what was typed with it; each fault (by field key) says what to do.</summary>
public sealed record RefuseForm(IReadOnlyDictionary<string, string> Faults) : Reply;
