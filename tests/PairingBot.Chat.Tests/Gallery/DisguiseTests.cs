using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Chat.Tests.Cards;
using PairingBot.Chat.Tests.Slack;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Gallery;

/// <summary>The whole gallery in a language that nobody translated by hand: no English is left beside the files of texts, and longer words than English has find room.</summary>
public sealed class DisguiseTests
{
    [Fact]
    public void No_English_is_left_outside_of_the_files()
    {
        var cast = Cast.Of("Ana Lima", "Ben Okafor", "Cem Yıldız", "Run meetings that people like to come to");
        var left = Said(cast).SelectMany(saying => Disguise.English(saying.Shown, cast).Select(text => $"{saying.Name}: {text}"));
        Assert.True(!left.Any(), string.Join("\n", left));
    }

    [Fact]
    public void No_English_is_left_on_cards()
    {
        var cast = Cast.UsualInTeams;
        var left = Cards(cast).SelectMany(said => Disguise.English(JsonSerializer.SerializeToElement(said.Card), cast).Where(text => !text.EndsWith('…')).Select(text => $"{said.Name}: {text}"));
        Assert.True(!left.Any(), string.Join("\n", left));
    }

    [Fact]
    public void Longer_words_find_room_on_cards() => Assert.All(Cards(Cast.UsualInTeams), said => Assert.DoesNotContain("…", CardRules.Readable(said.Card["body"]!), StringComparison.Ordinal));

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

    private static IReadOnlyList<(string Name, JsonObject Card)> Cards(Cast cast) =>
        Disguise.Of<IReadOnlyList<(string, JsonObject)>>(() => [.. Sayings.Of(cast).Select(saying => (saying.Name, saying.Card))]);

    /// <summary>The line below a choice has 75 characters in Slack, which English may fill; whoever translates it keeps to them.</summary>
    private static string WithoutDescriptions(JsonElement shown) => shown.ValueKind switch
    {
        JsonValueKind.Object => string.Join(' ', shown.EnumerateObject().Where(property => property.Name != "description").Select(property => WithoutDescriptions(property.Value))),
        JsonValueKind.Array => string.Join(' ', shown.EnumerateArray().Select(WithoutDescriptions)),
        _ => shown.ToString(),
    };
}
