using System.Reflection;
using PairingBot.Chat.Tests.Cards;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;
using PairingBot.Domain.Nudges;
using PairingBot.Teams.Cards;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>Every message, home and form of the bot: one golden file each, and one text of all of them to read through.</summary>
public sealed class GalleryTests
{
    private static readonly IReadOnlyList<Saying> Usual = Sayings.Of(Cast.Usual);

    private static readonly IReadOnlyList<Saying> UsualInTeams = Sayings.Of(Cast.UsualInTeams);

    public static TheoryData<string> Names => [.. Usual.Select(saying => saying.Name)];

    public static TheoryData<string, string> Extremes => new()
    {
        { new string('N', 80), new string('g', 300) },
        { "عبد الرحمن بن محمد الفاروق", string.Concat(Enumerable.Repeat("أريد أن أتعلم ", 20)) },
        { "👩‍👩‍👧‍👦 Ana 🏳️‍🌈", string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 27)) },
        { "<!channel> <@U1> &amp; *Ana*", "<!channel> *now* & `then` <https://example.com|here>" },
        { "", "\n\n" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_shown_as_reviewed(string name) => GoldenFile.Compare("gallery/" + name, Usual.Single(saying => saying.Name == name).Rendered.GetRawText());

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_shown_as_reviewed_in_Teams_too(string name) => GoldenFile.Compare($"gallery/{name}.teams", UsualInTeams.Single(saying => saying.Name == name).InTeams.ToJsonString());

    [Fact]
    public void It_reads_well_aloud()
    {
        var text = string.Join("\n\n", Usual.Select(saying => $"=== {saying.Name}\n{saying.ReadAloud}")) + "\n";
        var path = Path.Combine(Repository.Root, "tests", "PairingBot.Chat.Tests", "Gallery", "read-aloud.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1") File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void Nothing_of_ours_is_cut_or_shouted() => Assert.All(Usual, saying =>
    {
        var json = saying.Rendered.GetRawText();
        Assert.DoesNotContain("\\u2026", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("…", json, StringComparison.Ordinal);
        Assert.DoesNotContain("…", CardRules.Readable(saying.Card["body"]!), StringComparison.Ordinal);
        Assert.DoesNotContain("!", saying.ReadAloud, StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Whatever_people_are_called_Slack_takes_it(string name, string goal) => Assert.All(Sayings.Of(Cast.Of(name, name, name, goal)), saying =>
    {
        var json = saying.Rendered;
        SlackRules.Check(json, saying.Said is ChatForm or ChatHome ? 100 : 50);
        if (!json.TryGetProperty("text", out var text)) return;
        Assert.InRange(text.GetString()!.Length, 1, 4000);
        Assert.DoesNotContain("<!channel", text.GetString(), StringComparison.Ordinal);
    });

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Whatever_people_are_called_Teams_takes_it(string name, string goal) => Assert.All(Sayings.Of(Cast.InTeams(name, name, name, goal)), saying =>
    {
        Assert.Empty(CardRules.Faults(saying.Card));
        Assert.InRange(CardSize.Of(saying.InTeams) * sizeof(char), 1, 80 * 1024);
    });

    [Fact]
    public void Whoever_lives_elsewhere_is_called_by_name_and_never_mentioned()
    {
        var slack = Cast.Across(Cast.Of("Ana Lima", "Ben Okafor", "Cem Yıldız", "Listen"));
        Assert.All(Sayings.Of(slack), saying => Assert.DoesNotMatch($"<@({slack.Ben.ExternalId}|{slack.Cem.ExternalId})>", Written(saying.Rendered.GetRawText())));
        Assert.Contains(Sayings.Of(slack), saying => Written(saying.Rendered.GetRawText()).Contains($"<@{slack.Ana.ExternalId}>", StringComparison.Ordinal));
        var teams = Cast.Across(Cast.InTeams("Ana Lima", "Ben Okafor", "Cem Yıldız", "Listen"));
        Assert.All(Sayings.Of(teams), saying => Assert.DoesNotContain("<at>Ben", Written(saying.InTeams.ToJsonString()), StringComparison.Ordinal));

        static string Written(string json) => System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_the_domain_can_say_is_here()
    {
        var shown = Usual.Select(saying => saying.Member).ToHashSet();
        var sayable = typeof(ChatMessage).Assembly.GetExportedTypes().Where(type => type != typeof(Readers)).Where(type => type is { IsAbstract: true, IsSealed: true } || (type.IsSubclassOf(typeof(Nudge)) && !type.IsAbstract))
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(Says).Select(member => $"{type.Name}.{member.Name}")).ToList();
        Assert.NotEmpty(sayable);
        Assert.Empty(sayable.Except(shown));
    }

    private static bool Says(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: false } method => IsSaid(method.ReturnType),
        PropertyInfo property => IsSaid(property.PropertyType),
        _ => false,
    };

    private static bool IsSaid(Type type) => type == typeof(ChatMessage) || type == typeof(Reply) || type == typeof(ChatForm) || type == typeof(IReadOnlyList<MessagePiece>);
}
