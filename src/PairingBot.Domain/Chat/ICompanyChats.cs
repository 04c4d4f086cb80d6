namespace PairingBot.Domain.Chat;

/// <summary>
/// What a chat platform cannot do by itself and the company's directory can, with its consent: chats of several people with the bot in them, and the bot for people who have not added it.
/// </summary>
public interface ICompanyChats
{
    /// <summary>False when it is not set up: nothing is to be asked of it.</summary>
    bool IsOn { get; }

    /// <summary>
    /// Makes a new chat of these people with the bot in it. Not safe to repeat: each call makes another. <see cref="Delivered.Id"/> is its id, which the platform's own calls take;
    /// <see cref="Gone"/> with <see cref="GoneScope.Permission"/> when the company did not consent.
    /// </summary>
    /// <param name="topic">What the chat is called.</param>
    Task<DeliveryResult> CreateAsync(InstallationKey installation, IReadOnlyList<string> people, string topic, CancellationToken cancel);

    /// <summary>Gives this person the bot; may be repeated. <see cref="Gone"/> with <see cref="GoneScope.Person"/> when a policy blocks it.</summary>
    Task<DeliveryResult> AddForAsync(InstallationKey installation, string person, CancellationToken cancel);
}
