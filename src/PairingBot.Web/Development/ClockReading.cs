using Microsoft.EntityFrameworkCore;
using PairingBot.App.Storage;

namespace PairingBot.Web.Development;

/// <summary>Takes up the clock where an earlier run of this database had moved it.</summary>
internal sealed class ClockReading(PairingBotDb db, MovableClock clock) : IFirstThing
{
    public async Task DoAsync(CancellationToken cancel)
    {
        if (await db.MovedClocks.AsNoTracking().SingleOrDefaultAsync(cancel) is { } moved) clock.SetAhead(moved.Ahead);
    }
}
