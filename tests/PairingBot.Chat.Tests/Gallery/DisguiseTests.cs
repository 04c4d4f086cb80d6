using System.Text.Json;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>The whole gallery in a language that nobody translated by hand: no English is left beside the files of texts, and longer words than English has find room.</summary>
public sealed class DisguiseTests
{
    /// <summary>Sayings whose words still stand in the code, by the beginning of their names. A saying that is in disguise as a whole may not stand here.</summary>
    private static readonly string[] StillInTheCode =
    [
        "SettingsForm.", // and what settings and program say of the types of relationships
        "ProgramForm.Open",
        "FormOffer.Of-settings",
        "HomeScreen.Pieces-told", // job levels, what people look for
        "HomeScreen.Pieces-skips",
        "HomeScreen.Pieces-own-rhythm",
        "HomeScreen.Pieces-asked",
        "HomeScreen.Pieces-left-out",
        "HomeScreen.Pieces-in-",
        "Introduction.",
        "RoundWords.WhyThese", // roles
        "RoundWords.CouldNotBeOpened", // names, one after the other
        "FindATime.",
        "DidYouMeet.",
        "ActionCheck.",
        "ReflectionWords.",
        "ReflectionForm.",
    ];

    [Fact]
    public void No_English_is_left_outside_of_the_files()
    {
        var cast = Cast.Of("Ana Lima", "Ben Okafor", "Cem Yıldız", "Run meetings that people like to come to");
        var left = Said(cast).Where(saying => !StillInTheCode.Any(name => saying.Name.StartsWith(name, StringComparison.Ordinal)))
            .SelectMany(saying => Disguise.English(saying.Shown, cast).Select(text => $"{saying.Name}: {text}"));
        Assert.Empty(left);
    }

    [Fact]
    public void What_still_stands_in_the_code_still_does()
    {
        var cast = Cast.Of("Ana Lima", "Ben Okafor", "Cem Yıldız", "Run meetings that people like to come to");
        var english = Said(cast).Where(saying => Disguise.English(saying.Shown, cast).Any()).Select(saying => saying.Name).ToList();
        Assert.All(StillInTheCode, name => Assert.Contains(english, saying => saying.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Longer_words_find_room() => Assert.All(Said(Cast.Usual), saying => Assert.DoesNotContain("…", WithoutDescriptions(saying.Shown), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(GalleryTests.Extremes), MemberType = typeof(GalleryTests))]
    public void Whatever_people_are_called_Slack_takes_it_in_longer_words(string name, string goal) => Assert.All(Said(Cast.Of(name, name, name, goal)), saying =>
    {
        SlackRules.Check(saying.Shown, saying.Said is ChatForm or ChatHome ? 100 : 50);
        if (saying.Shown.TryGetProperty("text", out var text)) Assert.InRange(text.GetString()!.Length, 1, 4000);
    });

    [Fact]
    public void The_disguise_is_taken_off_again()
    {
        _ = Said(Cast.Usual);
        Assert.Contains(Sayings.Of(Cast.Usual), saying => saying.ReadAloud.StartsWith("You are in. Your first match", StringComparison.Ordinal));
    }

    private static IReadOnlyList<(string Name, object Said, JsonElement Shown)> Said(Cast cast) =>
        Disguise.Of<IReadOnlyList<(string, object, JsonElement)>>(() => [.. Sayings.Of(cast).Select(saying => (saying.Name, saying.Said, saying.Rendered))]);

    /// <summary>The line below a choice has 75 characters in Slack, which English may fill; whoever translates it keeps to them.</summary>
    private static string WithoutDescriptions(JsonElement shown) => shown.ValueKind switch
    {
        JsonValueKind.Object => string.Join(' ', shown.EnumerateObject().Where(property => property.Name != "description").Select(property => WithoutDescriptions(property.Value))),
        JsonValueKind.Array => string.Join(' ', shown.EnumerateArray().Select(WithoutDescriptions)),
        _ => shown.ToString(),
    };
}
