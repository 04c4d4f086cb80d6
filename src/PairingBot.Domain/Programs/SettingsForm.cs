using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;
using PairingBot.Domain.Wording;

namespace PairingBot.Domain.Programs;

/// <summary>What a person tells of themselves and wishes, as a form, and the form's answers as checked facts.</summary>
public static class SettingsForm
{
    public const int LongestGoal = 300;

    private const string Seeks = "seeks", Offers = "offers", Capacity = "capacity", Goal = "goal", FormerFields = "former-fields", FormerPlaces = "former-places", SkillsOffered = "skills-offered", SkillsWanted = "skills-wanted",
        Level = "level", Years = "years", Department = "department", Location = "location", WorkFrom = "work-from", WorkTo = "work-to", Rhythm = "rhythm", Manager = "manager", Blocked = "do-not-match", BlockedElsewhere = "do-not-match-elsewhere";

    /// <param name="blocked">Ids on the platform of those whom the person does not want to meet; shown to nobody else.</param>
    /// <param name="manager">The manager's id on the platform, if known.</param>
    /// <param name="now">By which years are counted.</param>
    /// <param name="elsewhere">People of other installations whom the person was matched with.</param>
    public static ChatForm Open(Person person, Participant participant, PairingProgram program, IReadOnlyList<string> blocked, string? manager, DateTimeOffset? now = null, IReadOnlyList<PersonElsewhere>? elsewhere = null)
    {
        var profile = person.Profile;
        var types = RelationshipCatalog.All.Where(type => program.RelationshipTypes.Contains(type.Key)).ToList();
        var givers = types.Where(type => !type.IsSymmetric).ToList();
        List<FormPiece> pieces =
        [
            new FormText(Texts.Of("settings.intro")),
            new AnyOf(Seeks, Texts.Plain("settings.seeks"), [.. types.Select(type => new FormOption(type.Key, type.SoughtLabel, type.InOneLine))], [.. participant.Seeks.Intersect(types.Select(type => type.Key))], Required: true),
        ];
        if (givers.Count > 0)
        {
            pieces.Add(new AnyOf(Offers, Texts.Plain("settings.offers"), [.. givers.Select(type => new FormOption(type.Key, type.OfferedLabel))], [.. participant.Offers.Intersect(givers.Select(type => type.Key))]));
            pieces.Add(new OneOf(Capacity, Texts.Plain("settings.capacity"), [.. Enumerable.Range(1, Participant.MostCapacity).Select(People)], Text(participant.Capacity), Texts.Plain("settings.capacity-hint")));
        }

        pieces.AddRange(
        [
            new TextField(Goal, Texts.Plain("settings.goal"), profile.Goal, Texts.Plain("settings.goal-hint"), ManyLines: true, MaxLength: LongestGoal),
            new TextField(SkillsOffered, Texts.Plain("settings.skills-offered"), SkillList.Write(person.Skills, SkillSide.Offered), Texts.Plain("settings.skills-offered-hint"), ManyLines: true, MaxLength: 1000),
            new TextField(SkillsWanted, Texts.Plain("settings.skills-wanted"), SkillList.Write(person.Skills, SkillSide.Wanted), Texts.Plain("settings.skills-wanted-hint"), ManyLines: true, MaxLength: 1000),
            new OneOf(Level, Texts.Plain("settings.level"), [.. JobLevels.All.Select(step => new FormOption(Text(step.Level), step.Label))], profile.Level is { } level ? Text(level) : null, LevelHint(person)),
            new TextField(Years, Texts.Plain("settings.years"), profile.YearsOfExperience is { } years ? Text(years) : null, YearsHint(person, now), MaxLength: 3),
            new TextField(Department, Texts.Plain("settings.department"), profile.Department, FromDirectory(person.Listing.Department), MaxLength: 80),
            new TextField(Location, Texts.Plain("settings.location"), profile.Location, Texts.Plain("settings.location-hint"), MaxLength: 80),
            new TextField(FormerFields, Texts.Plain("settings.former-fields"), profile.FormerFields, Texts.Plain("settings.former-fields-hint"), MaxLength: 500),
            new TextField(FormerPlaces, Texts.Plain("settings.former-places"), profile.FormerPlaces, Texts.Plain("settings.former-places-hint"), MaxLength: 500),
            new TimeField(WorkFrom, Texts.Plain("settings.work-from"), profile.WorkFrom, Required: true),
            new TimeField(WorkTo, Texts.Plain("settings.work-to"), profile.WorkTo, Required: true),
            new OneOf(Rhythm, Texts.Plain("settings.rhythm"), [.. Rhythms.All.Select(every => new FormOption(Text(every), Rhythms.Label(program.Cadence.Every, every)))], Text(participant.EveryRounds), Required: true),
            new PeopleField(Manager, Texts.Plain("settings.manager"), manager is null ? [] : [manager], person.ListedManagerId is null ? Texts.Plain("settings.manager-hint") : Texts.Plain("settings.manager-hint-listed")),
            new PeopleField(Blocked, Texts.Plain("settings.blocked"), blocked, Texts.Plain("settings.blocked-hint")),
        ]);
        if (elsewhere?.Count > 0)
            pieces.Add(new AnyOf(BlockedElsewhere, Texts.Plain("settings.blocked-elsewhere"), [.. elsewhere.Select(other => new FormOption(Text(other.Id), other.Name))], [.. elsewhere.Where(other => other.IsBlocked).Select(other => Text(other.Id))]));
        return new ChatForm(ChatForms.Settings, Texts.Plain("settings.title"), Texts.Plain("settings.save"), pieces);
    }

    /// <summary>The answers as facts, or a fault for each field that needs another look.</summary>
    public static (SettingsDraft? Draft, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers, PairingProgram program)
    {
        Dictionary<string, string> faults = [];
        var seeks = answers.Many(Seeks).Intersect(program.RelationshipTypes).ToList();
        if (seeks.Count == 0) faults[Seeks] = Texts.Plain("settings.seeks-missing");
        var capacity = answers.Many(Capacity).Count == 0 ? 1 : Number(answers.Text(Capacity), 1, Participant.MostCapacity);
        if (capacity is null) faults[Capacity] = Texts.Plain("settings.capacity-wrong", ("most", Participant.MostCapacity));
        var goal = answers.Text(Goal);
        if (goal.Length > LongestGoal) faults[Goal] = Texts.Plain("settings.too-long", ("most", LongestGoal));
        var skills = Skills(answers, SkillsOffered, SkillSide.Offered, faults).Concat(Skills(answers, SkillsWanted, SkillSide.Wanted, faults)).ToList();
        var years = Number(answers.Text(Years), 0, 70);
        if (years is null && answers.Text(Years).Length > 0) faults[Years] = Texts.Plain("settings.years-wrong");
        var (from, to) = (Time(answers.Text(WorkFrom), new(9, 0)), Time(answers.Text(WorkTo), new(17, 0)));
        if (to <= from) faults[WorkTo] = Texts.Plain("settings.day-too-short");
        if (answers.Many(Manager).Count > 1) faults[Manager] = Texts.Plain("settings.one-manager");
        var (fields, places) = (Tags(answers, FormerFields, faults), Tags(answers, FormerPlaces, faults));
        if (faults.Count > 0) return (null, faults);

        var profile = new Profile
        {
            Goal = goal.Length > 0 ? goal : null,
            Level = Number(answers.Text(Level), 1, 6),
            YearsOfExperience = years,
            Department = NullIfEmpty(answers.Text(Department)),
            Location = NullIfEmpty(answers.Text(Location)),
            FormerFields = fields,
            FormerPlaces = places,
            WorkFrom = from,
            WorkTo = to,
        };
        var offers = answers.Many(Offers).Intersect(program.RelationshipTypes).ToList();
        return (new SettingsDraft(profile, skills, seeks, offers, capacity ?? 1, answers.Text(Rhythm) switch { "2" => 2, "4" => 4, _ => 1 }, answers.Many(Manager) is [var manager, ..] ? manager : null, answers.Many(Blocked))
        {
            DoNotMatchElsewhere = answers.Values.ContainsKey(BlockedElsewhere) ? [.. answers.Many(BlockedElsewhere).Select(id => Guid.TryParseExact(id, "N", out var other) ? other : Guid.Empty)] : null,
        }, faults);
    }

    public static Reply Saved => Reply.Say("settings-saved", Texts.Of("settings.saved"));

    /// <summary>Level, years and what was before, each with where it comes from: for their owner.</summary>
    internal static IEnumerable<ChatText> Experience(Person person, DateTimeOffset now)
    {
        if (JobLevels.Label(person.Level) is { } level) yield return Texts.Of("settings.home-level", ("level", level), ("source", Source(person.LevelSource)));
        if (person.YearsOfExperience(now) is { } years) yield return Texts.Of("settings.home-years", ("years", years), ("source", Source(person.YearsSource)));
        if (TagList.Of($"{person.Profile.FormerFields},{person.Profile.FormerPlaces}") is { Count: > 0 } tags) yield return Texts.Of("settings.home-former", ("tags", string.Join(", ", tags)));
    }

    private static string Source(FactSource source) => source switch { FactSource.Title => "title", FactSource.Directory => "directory", _ => "own" };

    /// <summary>Where a fact comes from when the person has not said: whatever they write here goes before it.</summary>
    private static string? FromDirectory(string? fact) => fact is null ? null : Texts.Plain("settings.from-directory", ("fact", PersonName.InText(fact)));

    private static string YearsHint(Person person, DateTimeOffset? now) => person.Listing.StartedOn is { } start && now is not null
        ? Texts.Plain("settings.years-hint-listed", ("day", Days.WithYear(start)))
        : Texts.Plain("settings.years-hint");

    private static string? LevelHint(Person person) =>
        FromDirectory(JobLevels.Label(person.Listing.Level))
        ?? (JobLevels.Label(TitleLevels.Read(person.Title)) is { } level ? Texts.Plain("settings.from-title", ("title", PersonName.InText(person.Title!.Trim())), ("level", level)) : null);

    private static FormOption People(int count) => new(Text(count), Texts.Plain("settings.people", ("count", count)));

    private static string? Tags(FormAnswers answers, string key, Dictionary<string, string> faults)
    {
        var (tags, fault) = TagList.Read(answers.Text(key));
        if (fault is not null) faults[key] = fault;
        return tags;
    }

    private static IReadOnlyList<Skill> Skills(FormAnswers answers, string key, SkillSide side, Dictionary<string, string> faults)
    {
        var (skills, fault) = SkillList.Read(answers.Text(key), side);
        if (fault is not null) faults[key] = fault;
        return skills;
    }

    private static int? Number(string typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static TimeOnly Time(string typed, TimeOnly otherwise) =>
        TimeOnly.TryParseExact(typed, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : otherwise;

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

    private static string Text(Guid id) => id.ToString("N", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a person filled in, checked. <paramref name="Manager"/> and <paramref name="DoNotMatch"/> are ids on the platform.</summary>
public sealed record SettingsDraft(
    Profile Profile,
    IReadOnlyList<Skill> Skills,
    IReadOnlyList<string> Seeks,
    IReadOnlyList<string> Offers,
    int Capacity,
    int EveryRounds,
    string? Manager,
    IReadOnlyList<string> DoNotMatch)
{
    /// <summary>Of the people of other installations that the form showed; null where it showed none.</summary>
    public IReadOnlyList<Guid>? DoNotMatchElsewhere { get; init; }
}

/// <summary>Somebody whom no picker of people shows, because they live in another installation.</summary>
public sealed record PersonElsewhere(Guid Id, string Name, bool IsBlocked);
