using PairingBot.Slack.Api;

namespace PairingBot.Chat.Tests.Slack;

public sealed class SlackPaceTests
{
    private readonly MovedTime time = new();
    private readonly SlackPace pace;

    public SlackPaceTests() => pace = new SlackPace(time);

    [Fact]
    public void Twelve_introductions_go_out_at_once()
    {
        for (var pair = 0; pair < 12; pair++)
        {
            Assert.Null(pace.Enter("t", SlackMethod.ConversationsOpen, null));
            Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, $"C{pair}"));
        }
    }

    [Fact]
    public void No_minute_sees_more_than_the_tier_allows()
    {
        var sent = new List<DateTimeOffset>();
        for (var step = 0; step < 600; step++, time.Move(0.5))
        {
            while (pace.Enter("t", SlackMethod.ConversationsOpen, null) is null) sent.Add(time.GetUtcNow());
        }

        Assert.All(sent, from => Assert.InRange(sent.Count(at => at >= from && at < from.AddMinutes(1)), 1, 50));
        Assert.InRange(sent.Count, 240, 250); // five minutes at fifty
    }

    [Fact]
    public void Whoever_waits_as_told_gets_through()
    {
        TimeSpan? wait = null;
        while (wait is null) wait = pace.Enter("t", SlackMethod.UsersList, null);

        time.Move(wait.Value.TotalSeconds);
        Assert.Null(pace.Enter("t", SlackMethod.UsersList, null));
    }

    [Fact]
    public void A_conversation_gets_a_message_a_second_and_others_do_not_wait_for_it()
    {
        Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, "C1"));
        Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, "C1"));

        Assert.Equal(TimeSpan.FromSeconds(2), pace.Enter("t", SlackMethod.ChatPostMessage, "C1"));
        Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, "C2"));
    }

    [Fact]
    public void Nobody_who_pressed_a_button_is_held_back_beforehand() =>
        Assert.All(Enumerable.Range(0, 500), _ => Assert.Null(pace.Enter("t", SlackMethod.ViewsOpen, null)));

    [Fact]
    public void A_closed_window_is_obeyed_to_the_second_for_that_method_in_that_workspace()
    {
        pace.Close("t", SlackMethod.ChatUpdate, TimeSpan.FromSeconds(120));

        time.Move(119);
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Enter("t", SlackMethod.ChatUpdate, null));
        Assert.Null(pace.Enter("t", SlackMethod.ViewsPublish, null));
        Assert.Null(pace.Enter("other", SlackMethod.ChatUpdate, null));
        time.Move(1);
        Assert.Null(pace.Enter("t", SlackMethod.ChatUpdate, null));
    }

    [Fact]
    public void What_lies_long_ago_is_forgotten_without_harm()
    {
        Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, "C1"));
        pace.Close("t", SlackMethod.ChatUpdate, TimeSpan.FromSeconds(600));

        time.Move(300);

        Assert.Null(pace.Enter("t", SlackMethod.ChatPostMessage, "C1"));
        Assert.Equal(TimeSpan.FromSeconds(300), pace.Enter("t", SlackMethod.ChatUpdate, null));
    }
}
