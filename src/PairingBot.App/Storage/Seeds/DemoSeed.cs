using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PairingBot.App.Installations;
using PairingBot.Domain.People;
using PairingBot.Domain.Programs;
using PairingBot.Domain.Relationships;

namespace PairingBot.App.Storage.Seeds;

/// <summary>Which file to seed from.</summary>
public sealed record DemoFile(string Path);

/// <summary>
/// Fills a fresh database with the demo company: reads the directory as always, then lets everybody say of themselves what the file says, and join where it says so.
/// Does nothing where somebody has joined already.
/// </summary>
public sealed partial class DemoSeed(PairingBotDb db, ReadDirectory directory, DemoFile file, TimeProvider time, ILogger<DemoSeed> log) : IFirstThing
{
    private const int Tries = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public async Task DoAsync(CancellationToken cancel)
    {
        if (await db.Participants.AnyAsync(cancel)) return;
        var company = await DemoCompany.ReadAsync(file.Path, cancel);
        for (var left = Tries; left > 0 && !await db.Programs.AnyAsync(cancel); left--)
        {
            if (await directory.RunAsync(cancel) == 0) await Task.Delay(Pause, cancel);
        }

        if (await db.Programs.FirstOrDefaultAsync(cancel) is not { } program)
        {
            LogNoDirectory();
            return;
        }

        await FillAsync(company, program, cancel);
        LogSeeded(company.People.Count);
    }

    private async Task FillAsync(DemoCompany company, PairingProgram program, CancellationToken cancel)
    {
        var people = await db.People.Where(person => person.InstallationId == program.InstallationId).ToDictionaryAsync(person => person.ExternalId, cancel);
        foreach (var (id, learning) in company.People)
        {
            if (learning is null || !people.TryGetValue(id, out var person)) continue;
            person.Describe(Profile(learning), Skills(learning), learning.Manager is { } manager && people.TryGetValue(manager, out var known) ? known.Id : null);
            if (!learning.Joined) continue;
            var participant = Participant.Join(program, person, RelationshipCatalog.Default.Key, time.GetUtcNow());
            participant.Wish(learning.Seeks ?? [RelationshipCatalog.Default.Key], learning.Offers ?? [], learning.Capacity ?? 1, Every(learning.Rhythm));
            db.Participants.Add(participant);
        }

        await db.SaveChangesAsync(cancel);
    }

    private Profile Profile(DemoLearning learning) => new()
    {
        Goal = learning.Goal,
        GoalSetAt = learning.Goal is null ? null : time.GetUtcNow(),
        Level = learning.Level,
        YearsOfExperience = learning.Years,
        Department = learning.Department,
        Location = learning.Location,
        WorkFrom = learning.WorkingHours?.From ?? Domain.People.Profile.Blank.WorkFrom,
        WorkTo = learning.WorkingHours?.To ?? Domain.People.Profile.Blank.WorkTo,
    };

    private static IEnumerable<Skill> Skills(DemoLearning learning) =>
        Side(learning.SkillsOffered, SkillSide.Offered).Concat(Side(learning.SkillsWanted, SkillSide.Wanted));

    private static IEnumerable<Skill> Side(IReadOnlyList<DemoSkill>? skills, SkillSide side) =>
        (skills ?? []).Select(skill => new Skill(SkillList.Normalize(skill.Name), skill.Level, side));

    private static int Every(string? rhythm) => rhythm switch { "monthly" => 4, "every-two-weeks" => 2, _ => 1 };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo company could not be seeded: its directory can not be read")]
    private partial void LogNoDirectory();

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo company is here: {People} people")]
    private partial void LogSeeded(int people);
}
