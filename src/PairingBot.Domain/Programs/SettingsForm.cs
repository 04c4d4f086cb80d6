using System.Globalization;
using PairingBot.Domain.Chat;
using PairingBot.Domain.People;
using PairingBot.Domain.Relationships;

namespace PairingBot.Domain.Programs;

/// <summary>What a person tells of themselves and wishes, as a form, and the form's answers as checked facts.</summary>
public static class SettingsForm
{
    public const int LongestGoal = 300;

    private const string Seeks = "seeks", Offers = "offers", Capacity = "capacity", Goal = "goal", SkillsOffered = "skills-offered", SkillsWanted = "skills-wanted",
        Level = "level", Years = "years", Department = "department", Location = "location", WorkFrom = "work-from", WorkTo = "work-to", Rhythm = "rhythm", Manager = "manager", Blocked = "do-not-match";

    /// <param name="blocked">Ids on the platform of those whom the person does not want to meet; shown to nobody else.</param>
    /// <param name="manager">The manager's id on the platform, if known.</param>
    /// <param name="now">By which years are counted.</param>
    public static ChatForm Open(Person person, Participant participant, PairingProgram program, IReadOnlyList<string> blocked, string? manager, DateTimeOffset? now = null)
    {
        var profile = person.Profile;
        var types = RelationshipCatalog.All.Where(type => program.RelationshipTypes.Contains(type.Key)).ToList();
        var givers = types.Where(type => !type.IsSymmetric).ToList();
        List<FormPiece> pieces =
        [
            new FormText(ChatText.Of($"All of this can wait, and all of it can be changed. The more you say, the better your matches.")),
            new AnyOf(Seeks, "I am looking for", [.. types.Select(type => new FormOption(type.Key, type.SoughtLabel, type.InOneLine))], [.. participant.Seeks.Intersect(types.Select(type => type.Key))], Required: true),
        ];
        if (givers.Count > 0)
        {
            pieces.Add(new AnyOf(Offers, "I am ready to be", [.. givers.Select(type => new FormOption(type.Key, type.OfferedLabel))], [.. participant.Offers.Intersect(givers.Select(type => type.Key))]));
            pieces.Add(new OneOf(Capacity, "How many at a time", [.. Enumerable.Range(1, Participant.MostCapacity).Select(People)], Text(participant.Capacity), "Each of them gets a conversation of their own with you. One is plenty."));
        }

        pieces.AddRange(
        [
            new TextField(Goal, "What are you trying to do, or stuck on?", profile.Goal, "It goes into your next introduction.", ManyLines: true, MaxLength: LongestGoal),
            new TextField(SkillsOffered, "What others can learn from you", SkillList.Write(person.Skills, SkillSide.Offered), "One per line, with a level from 1 (first steps) to 5 (others learn from me), like this: facilitation 4", ManyLines: true, MaxLength: 1000),
            new TextField(SkillsWanted, "What you want to learn", SkillList.Write(person.Skills, SkillSide.Wanted), "One per line, with the level you have today, from 1 to 5, like this: public speaking 2", ManyLines: true, MaxLength: 1000),
            new OneOf(Level, "Your job level", [.. JobLevels.All.Select(step => new FormOption(Text(step.Level), step.Label))], profile.Level is { } level ? Text(level) : null, FromDirectory(JobLevels.Label(person.Listing.Level))),
            new TextField(Years, "Years of experience", profile.YearsOfExperience is { } years ? Text(years) : null, YearsHint(person, now), MaxLength: 3),
            new TextField(Department, "Department or team", profile.Department, FromDirectory(person.Listing.Department), MaxLength: 80),
            new TextField(Location, "Where you work", profile.Location, "A town, or “at home”.", MaxLength: 80),
            new TimeField(WorkFrom, "Your working day begins", profile.WorkFrom, Required: true),
            new TimeField(WorkTo, "Your working day ends", profile.WorkTo, Required: true),
            new OneOf(Rhythm, "How often", [.. Rhythms.All.Select(every => new FormOption(Text(every), Rhythms.Label(program.Cadence.Every, every)))], Text(participant.EveryRounds), Required: true),
            new PeopleField(Manager, "Your manager", manager is null ? [] : [manager], person.ListedManagerId is null ? "You are never matched with your manager." : "You are never matched with your manager. Your company's directory names one; leave this empty to keep to that."),
            new PeopleField(Blocked, "People you'd rather not be matched with", blocked, "Only you see this. Nobody is ever told."),
        ]);
        return new ChatForm(ChatForms.Settings, "Your settings", "Save", pieces);
    }

    /// <summary>The answers as facts, or a fault for each field that needs another look.</summary>
    public static (SettingsDraft? Draft, IReadOnlyDictionary<string, string> Faults) Read(FormAnswers answers, PairingProgram program)
    {
        Dictionary<string, string> faults = [];
        var seeks = answers.Many(Seeks).Intersect(program.RelationshipTypes).ToList();
        if (seeks.Count == 0) faults[Seeks] = "Choose at least one, so that I know whom to look for.";
        var capacity = answers.Many(Capacity).Count == 0 ? 1 : Number(answers.Text(Capacity), 1, Participant.MostCapacity);
        if (capacity is null) faults[Capacity] = $"Please choose a number from 1 to {Text(Participant.MostCapacity)}.";
        var goal = answers.Text(Goal);
        if (goal.Length > LongestGoal) faults[Goal] = $"Please say it in {Text(LongestGoal)} characters or fewer.";
        var skills = Skills(answers, SkillsOffered, SkillSide.Offered, faults).Concat(Skills(answers, SkillsWanted, SkillSide.Wanted, faults)).ToList();
        var years = Number(answers.Text(Years), 0, 70);
        if (years is null && answers.Text(Years).Length > 0) faults[Years] = "Please give a whole number from 0 to 70, like 8.";
        var (from, to) = (Time(answers.Text(WorkFrom), new(9, 0)), Time(answers.Text(WorkTo), new(17, 0)));
        if (to <= from) faults[WorkTo] = "Your working day must end after it begins. Please choose a later time.";
        if (answers.Many(Manager).Count > 1) faults[Manager] = "Please choose one person.";
        if (faults.Count > 0) return (null, faults);

        var profile = new Profile
        {
            Goal = goal.Length > 0 ? goal : null,
            Level = Number(answers.Text(Level), 1, 6),
            YearsOfExperience = years,
            Department = NullIfEmpty(answers.Text(Department)),
            Location = NullIfEmpty(answers.Text(Location)),
            WorkFrom = from,
            WorkTo = to,
        };
        var offers = answers.Many(Offers).Intersect(program.RelationshipTypes).ToList();
        return (new SettingsDraft(profile, skills, seeks, offers, capacity ?? 1, answers.Text(Rhythm) switch { "2" => 2, "4" => 4, _ => 1 }, answers.Many(Manager) is [var manager, ..] ? manager : null, answers.Many(Blocked)), faults);
    }

    public static Reply Saved { get; } = Reply.Say("settings-saved", ChatText.Of($"Saved. Your next match is chosen with this in mind."));

    /// <summary>Where a fact comes from when the person has not said: whatever they write here goes before it.</summary>
    private static string? FromDirectory(string? fact) => fact is null ? null : $"Your company's directory says {PersonName.InText(fact)}. Leave this empty to keep to that.";

    private static string YearsHint(Person person, DateTimeOffset? now)
    {
        const string plain = "A whole number; in your field, not only here.";
        return person.Listing.StartedOn is { } start && now is not null ? $"{plain} Your company's directory says that you began here on {start.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}; until you say more, I count from there." : plain;
    }

    private static FormOption People(int count) => new(Text(count), count == 1 ? "One person" : $"Up to {Text(count)} people");

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
    IReadOnlyList<string> DoNotMatch);
