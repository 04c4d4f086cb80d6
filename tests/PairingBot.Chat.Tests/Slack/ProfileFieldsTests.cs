using System.Text.Json;
using PairingBot.Domain.Chat;
using PairingBot.Slack;
using PairingBot.Slack.Api;
using PairingBot.Slack.Blocks;

namespace PairingBot.Chat.Tests.Slack;

/// <summary>The company's own fields: in whatever shape they come, and only where they are mapped.</summary>
public sealed class ProfileFieldsTests
{
    private static readonly SlackFields Mapped = new() { Department = "Xf1", Level = "Job Level", StartDate = "Xf3", Manager = "Xf4" };

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[null]")]
    public void Fields_in_any_shape_that_is_none_say_nothing(string fields) => Assert.Null(Read(fields, Mapped));

    [Fact]
    public void Mapped_fields_are_read_by_id_or_label() => Assert.Equal(
        new DirectoryFacts("Support", 3, new DateOnly(2021, 5, 3), "U9"),
        Read("""{"Xf1":{"value":" Support ","alt":""},"Xf2":{"value":"Senior","alt":"","label":"job level"},"Xf3":{"value":"2021-05-03","alt":""},"Xf4":{"value":"U9","alt":""},"Xf5":null,"Xf6":{"value":7}}""", Mapped));

    [Fact]
    public void What_cannot_be_understood_is_left_aside_and_what_is_gone_is_gone() => Assert.Equal(
        new DirectoryFacts(),
        Read("""{"Xf1":{"value":"","alt":""},"Xf2":{"value":"Wizard","label":"Job Level"},"Xf3":{"value":"soon"},"Xf4":{"value":null}}""", Mapped));

    [Fact]
    public void Without_a_mapping_nothing_is_kept() => Assert.Null(Read("""{"Xf1":{"value":"Support","alt":""}}""", new SlackFields()));

    [Fact]
    public void A_department_of_any_length_is_cut_where_a_reader_sees_a_border() =>
        Assert.Equal(78, Read($$"""{"Xf1":{"value":"{{string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 20))}}"} }""", Mapped)!.Department!.Length); // seven families of eleven, and the mark of a cut

    [Theory]
    [InlineData("\u2068عمر\u2069", "\u2068عمر\u2069")] // ours: it turns nothing outside itself
    [InlineData("\u2068a\u2068b\u2069", "a\u2068b\u2069")]
    [InlineData("a\u2069 \u2068b", "a b")]
    [InlineData("\u2068a\nb\u2069", "a\nb")]
    [InlineData("\u202Ea\u202C\u2067b\u2069", "ab")]
    public void Only_a_pair_that_isolates_may_stay(string typed, string shown)
    {
        Assert.Equal(shown, TurnedText.Straighten(typed));
        Assert.Equal(shown, Mrkdwn.Render(ChatText.Plain(typed)));
        Assert.Equal(shown.ReplaceLineEndings(" "), TextObject.Plain(typed, 75).Text);
    }

    private static DirectoryFacts? Read(string fields, SlackFields mapped)
    {
        var user = JsonSerializer.Deserialize($$"""{"id":"U1","team_id":"T1","profile":{"real_name":"Ann","fields":{{fields}} } }""", SlackJson.Default.SlackUser);
        return SlackDirectory.Person(user, "T1", fields: mapped)!.Facts;
    }
}
