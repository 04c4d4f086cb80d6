namespace PairingBot.Domain.Chat;

/// <summary>
/// What a platform's endpoints hand over once a signature holds. Two ways in: events are stored and answered at once, to be read
/// later (<see cref="AcceptAsync"/>); interactions are carried out inside the request, because the vendor wants the answer in the
/// response or holds a short-lived trigger (<see cref="AnswerAsync"/>).
/// </summary>
public interface IChatInbox
{
    /// <summary>Stores the event unless its id is known already.</summary>
    /// <returns>False when it was known: the same delivery again.</returns>
    Task<bool> AcceptAsync(InboundEvent inbound, CancellationToken cancel);

    /// <summary>
    /// Carries the request out in one transaction and says what the person sees. A <see cref="Say"/> or <see cref="Replace"/> for a request
    /// with a <see cref="ChatRequest.ReplyHandle"/> goes through the outbox and comes back as <see cref="Reply.Nothing"/>. Never throws for
    /// what people do; a fault of ours comes back as words that say so.
    /// </summary>
    Task<Reply> AnswerAsync(ChatRequest request, CancellationToken cancel);
}
