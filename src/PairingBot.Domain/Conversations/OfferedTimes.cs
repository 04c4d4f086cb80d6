using System.Globalization;
using PairingBot.Domain.Rounds;

namespace PairingBot.Domain.Conversations;

/// <summary>Times as they are shown to the people of a conversation.</summary>
/// <param name="Slots">At most three.</param>
/// <param name="AreFree">The calendars of all were read, and nothing stands in them then.</param>
/// <param name="Page">Which of all there are, from 0.</param>
public sealed record OfferedTimes(IReadOnlyList<Slot> Slots, bool AreFree, int Page);

/// <summary>What a button about times carries: a conversation, and a moment or a page. Never trusted more than what somebody typed.</summary>
public sealed record TimeChoice(string Pairing, long Number)
{
    public DateTimeOffset? At => Number is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(Number) : null;

    public int? Page => Number is >= 0 and <= 10_000 ? (int)Number : null;

    public static string Of(Pairing pairing, Slot slot) => Write(pairing, slot.From.ToUnixTimeSeconds());

    public static string Of(Pairing pairing, int page) => Write(pairing, page);

    /// <summary>Null when it is none of ours.</summary>
    public static TimeChoice? Read(string argument) =>
        argument.Split('.') is [var pairing, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? new TimeChoice(pairing, read) : null;

    private static string Write(Pairing pairing, long number) => string.Create(CultureInfo.InvariantCulture, $"{Introduction.Argument(pairing)}.{number}");
}
