using System.Text;
using Microsoft.Extensions.Primitives;
using PairingBot.Slack;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SlackSignatureTests
{
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static readonly DateTimeOffset SentAt = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner" +
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN" +
        "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    [Fact]
    public void The_documented_example_holds() => Assert.Equal(SignatureVerdict.Holds, Check(Timestamp, Signature, Body));

    [Theory]
    [InlineData(-300, nameof(SignatureVerdict.Holds))]
    [InlineData(300, nameof(SignatureVerdict.Holds))]
    [InlineData(-301, nameof(SignatureVerdict.OutOfTime))]
    [InlineData(301, nameof(SignatureVerdict.OutOfTime))]
    public void Five_minutes_count_in_both_directions(int clock, string verdict) =>
        Assert.Equal(verdict, SlackSignature.Check(BotHost.Secret, Timestamp, Signature, Body, SentAt.AddSeconds(clock)).ToString());

    [Fact]
    public void A_signature_does_not_hold_for_another_body() => Assert.Equal(SignatureVerdict.Wrong, Check(Timestamp, Signature, [.. Body, (byte)'x']));

    [Fact]
    public void A_signature_does_not_hold_for_another_timestamp() => Assert.Equal(SignatureVerdict.Wrong, Check("1531420619", Signature, Body));

    [Fact]
    public void Without_a_secret_nothing_holds() =>
        Assert.Equal(SignatureVerdict.NoSecret, SlackSignature.Check("", Timestamp, SlackSignature.Sign("", Timestamp, Body), Body, SentAt));

    [Theory]
    [InlineData("")]
    [InlineData("-1531420618")]
    [InlineData(" 1531420618")]
    [InlineData("1531420618.0")]
    [InlineData("99999999999999999999")]
    [InlineData("now")]
    public void A_timestamp_is_plain_digits(string timestamp) => Assert.Equal(SignatureVerdict.Malformed, Check(timestamp, SlackSignature.Sign(BotHost.Secret, timestamp, Body), Body));

    [Theory]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=a2114d57")]
    [InlineData("v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    public void A_signature_is_exact(string signature) => Assert.Equal(SignatureVerdict.Wrong, Check(Timestamp, signature, Body));

    [Fact]
    public void A_missing_or_repeated_header_is_refused()
    {
        Assert.Equal(SignatureVerdict.Missing, Check(StringValues.Empty, Signature, Body));
        Assert.Equal(SignatureVerdict.Missing, Check(Timestamp, StringValues.Empty, Body));
        Assert.Equal(SignatureVerdict.Malformed, Check(new([Timestamp, Timestamp]), Signature, Body));
        Assert.Equal(SignatureVerdict.Malformed, Check(Timestamp, new([Signature, Signature]), Body));
    }

    private static SignatureVerdict Check(StringValues timestamp, StringValues signature, byte[] body) =>
        SlackSignature.Check(BotHost.Secret, timestamp, signature, body, SentAt);
}
