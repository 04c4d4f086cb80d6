using PairingBot.Domain.Chat;

namespace PairingBot.Teams.Activities;

internal static class ActivityReader
{
    public static ChatRequest? Read(string body) => null;
}
