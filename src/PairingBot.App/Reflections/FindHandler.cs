using System.Globalization;
using PairingBot.App.Chat;
using PairingBot.App.Rounds;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Reflections;
using PairingBot.Domain.Rounds;

namespace PairingBot.App.Reflections;

/// <summary>The line for the channel, once its writer has seen what the channel would read: posted, or left.</summary>
public sealed class FindHandler(PairingBook pairings, ReflectionBook book, SealedReflections answers, Outbox outbox)
{
    public async Task<Reply> PassOnAsync(ChatTurn turn, string argument, bool isPosted, CancellationToken cancel)
    {
        var (pairingArgument, number) = argument.Split('.', 2) is [var first, var second] && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? (first, parsed) : ("", 0);
        if (await pairings.FindAsync(turn, pairingArgument, cancel) is not { } pairing || await book.FindAsync(pairing, turn.Person, cancel) is not { } reflection) return RoundWords.NotYours;
        var program = await book.ProgramAsync(pairing, cancel);
        if (!reflection.PassOn(number, isPosted && program.AnnounceIn is not null)) return ReflectionWords.FindTooLate;
        if (!isPosted) return ReflectionWords.FindLeft;
        if (program.AnnounceIn is not { } channel) return ReflectionWords.FindNowhere;
        outbox.ToChannel(program.InstallationId, channel, ReflectionWords.Find(program, turn.Person, answers.OpenFound(reflection)), $"find:{reflection.Id:N}");
        return ReflectionWords.FindPosted;
    }
}
