using System.Text.Json.Nodes;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Activities;
using PairingBot.Teams.Tests.Door;

namespace PairingBot.Teams.Tests.Activities;

/// <summary>What somebody wrote, without what Teams puts around it.</summary>
public sealed class TypedWordsTests
{
    private const string Address = "https://smba.trafficmanager.net/emea/";

    [Theory]
    [InlineData("join", "join")]
    [InlineData("  pause\r\nuntil&nbsp;3 May \n", "pause until 3 May")]
    [InlineData("<at>Pairing Bot</at> help", "help")]
    [InlineData("\r\n<at>Pairing Bot</at>&nbsp;help\r\n", "help")]
    [InlineData("help <at>Pairing Bot</at>", "help")]
    [InlineData("<at>Pairing Bot</at><at>Pairing Bot</at> help", "help")]
    [InlineData("<at id=\"0\">Pairing Bot</at> help", "help")]
    [InlineData("<at>Pairing Bot</at> ask <at>Ann Lee</at>", "ask Ann Lee")]
    [InlineData("goal a &lt; b &amp;&amp; c", "goal a < b && c")]
    [InlineData("goal read <Clean Code> twice", "goal read <Clean Code> twice")]
    [InlineData("goal 1 < 2", "goal 1 < 2")]
    [InlineData("goal &#0;x &#xD800;", "goal x &#xD800;")]
    [InlineData("<at>half", "half")]
    [InlineData("<", "<")]
    [InlineData("", "")]
    [InlineData("join\u00A0\u2003now", "join now")]
    public void Words_are_read_as_they_were_meant(string text, string words) => Assert.Equal(words, Read(Mentioning(text)));

    [Theory]
    [InlineData("html", "<p>goal <b>le</b>arn&nbsp;Rust</p><p>well</p>", "goal learn Rust well")]
    [InlineData("xml", "goal&lt;b&gt;<br/>x", "goal<b> x")]
    [InlineData("plain", "goal <b>x</b>", "goal <b>x</b>")]
    public void Tags_are_marks_only_where_the_text_is_marked_up(string format, string text, string words) => Assert.Equal(words, Read(Mentioning(text).With("textFormat", format)));

    [Fact]
    public void The_bots_name_in_the_mouth_of_somebody_else_stays()
    {
        var activity = Mentioning("<at>Somebody</at> help");
        activity["entities"]![0]!["mentioned"]!["id"] = "29:somebody";
        activity["entities"]![0]!["text"] = "<at>Somebody</at>";

        Assert.Equal("Somebody help", Read(activity));
    }

    [Fact]
    public void A_long_row_of_open_tags_is_read_in_no_time() => Assert.NotEmpty(Read(Mentioning(string.Concat(Enumerable.Repeat("<at><", 40_000)))));

    [Fact]
    public void Between_several_only_what_is_said_to_the_bot_means_anything()
    {
        Assert.Null(ActivityReader.Read(Happenings.Words(Address, "help").InGroup().ToJsonString()));
        Assert.IsType<DirectMessage>(ActivityReader.Read(Mentioning("<at>Pairing Bot</at> help").InGroup().ToJsonString())!.Intent);
    }

    [Fact]
    public void A_command_that_only_the_bot_sees_is_said_to_the_bot()
    {
        var activity = Happenings.Words(Address, "/pause monday").InGroup();
        activity["recipient"]!["isTargeted"] = true;

        Assert.Equal(new DirectMessage("/pause monday"), ActivityReader.Read(activity.ToJsonString())!.Intent);
    }

    [Fact]
    public void Whoever_has_another_home_is_a_stranger_and_a_guest_is_not()
    {
        var stranger = Happenings.Words(Address, "join");
        stranger["from"]!["tenantId"] = "00000000-aaaa-4222-8333-0123456789ab";
        var guest = Happenings.Words(Address, "join");
        guest["from"]!["tenantId"] = DoorHost.Tenant.ToUpperInvariant();

        Assert.True(ActivityReader.Read(stranger.ToJsonString())!.Sender.IsStranger);
        Assert.False(ActivityReader.Read(guest.ToJsonString())!.Sender.IsStranger);
    }

    [Fact]
    public void Somebody_whom_the_directory_does_not_name_goes_by_the_platforms_own_id()
    {
        var activity = Happenings.Words(Address, "join");
        activity["from"]!.AsObject().Remove("aadObjectId");

        Assert.Equal("29:ann", ActivityReader.Read(activity.ToJsonString())!.Sender.ExternalId);
    }

    private static JsonObject Mentioning(string text) => Happenings.Words(Address, text).With("entities", new JsonArray(new JsonObject
    {
        ["type"] = "mention",
        ["text"] = "<at>Pairing Bot</at>",
        ["mentioned"] = new JsonObject { ["id"] = "28:" + Signer.AppId, ["name"] = "Pairing Bot" },
    }));

    private static string Read(JsonObject activity) => ((DirectMessage)ActivityReader.Read(activity.ToJsonString())!.Intent).Words;
}
