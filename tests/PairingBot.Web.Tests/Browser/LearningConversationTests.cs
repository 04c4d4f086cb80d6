using PairingBot.Web.Tests.Town;
using static PairingBot.Web.Tests.Browser.Desk;

namespace PairingBot.Web.Tests.Browser;

/// <summary>The whole loop as two people live it, from the first word to the action that came of it.</summary>
[Collection(InTheBrowser.Name)]
public sealed class LearningConversationTests(Chromium chromium)
{
    private const string Takeaway = "Begin with the decision, then give the reasons.";

    [Fact]
    public async Task Two_people_join_are_introduced_meet_reflect_and_are_asked_about_their_action()
    {
        await using var town = await DemoTown.OpenAsync();
        await using var desk = await Desk.OpenAsync(chromium, town, "loop");

        await MiraJoinsWithOneWordAsync(desk);
        await TomasTellsAllAboutHimselfAsync(desk);
        await desk.LetAWeekPassAsync();
        await Expect(desk.Home).ToContainTextAsync("This round you talk with");
        await desk.Gallery.LookAsync("a-week-later");
        await desk.CloseStripAsync();
        await TheIntroductionIsThereAsync(desk);
        await desk.SitAsAsync("Mira Kovačević");
        var partner = await TheIntroductionIsThereAsync(desk);
        await MiraAsksWhyAsync(desk, partner);
        await MiraSaysThatTheyMetAsync(desk, partner);
        await TheyLookBackAsync(desk, partner);
        await TheActionIsAskedAboutAsync(desk, partner);
        desk.AssertThatNothingBroke();
    }

    private static async Task MiraJoinsWithOneWordAsync(Desk desk)
    {
        await desk.SitAsAsync("Mira Kovačević");
        await desk.Gallery.LookAsync("welcome");
        await desk.CloseHintsAsync();
        await desk.TypeAsync("/coffee join");
        await Expect(desk.LastMessage).ToContainTextAsync("You are in. Your first match in Weekly coffee comes");
        await desk.Gallery.LookAsync("joined");

        await desk.TypeAsync("/coffee");
        await Expect(desk.LastMessage).ToContainTextAsync("You are in. Your next match comes");
        await desk.OpenHomeAsync();
        await Expect(desk.Home).ToContainTextAsync("Looking for: a peer");
        await desk.Gallery.LookAsync("home-after-one-word");
    }

    private static async Task TomasTellsAllAboutHimselfAsync(Desk desk)
    {
        await desk.SitAsAsync("Tomáš Novák");
        await desk.OpenMessagesAsync();
        await desk.TypeAsync("/coffee join");
        await Expect(desk.LastMessage).ToContainTextAsync("You are in.");
        await desk.TypeAsync("/coffee settings");
        await desk.Gallery.LookAsync("settings");
        await FillInEverythingAsync(desk);
        await desk.FillAsync("What others can learn from you", "databases 4\ntesting");
        await desk.SendFormAsync("Save");

        await Expect(desk.Form.GetByRole(Microsoft.Playwright.AriaRole.Alert).Filter(new() { HasText = "Add a level from 1 to 5" })).ToContainTextAsync("testing");
        await Expect(desk.Field("What others can learn from you")).ToBeFocusedAsync();
        await desk.Gallery.LookAsync("settings-with-a-mistake");
        await EverythingIsStillThereAsync(desk);
        await desk.FillAsync("What others can learn from you", "databases 4\ntesting 3");
        await desk.SendFormAsync("Save");

        await desk.ReadAndCloseAsync("Saved.", picture: "settings-saved");
        await desk.TypeAsync("/coffee");
        await Expect(desk.LastMessage).ToContainTextAsync("Looking for: a peer, a mentor");
        await desk.OpenHomeAsync();
        foreach (var fact in (string[])["shape how our services fit together", "a peer, a mentor", "Ready to be: a coach", "databases, testing", "system design", "08:30 to 16:30", "every second round"])
            await Expect(desk.Home).ToContainTextAsync(fact);
        await desk.Gallery.LookAsync("home", readme: "home-dark");
        await desk.Gallery.LookOnPhoneAsync("home-on-a-phone");
    }

    private static async Task FillInEverythingAsync(Desk desk)
    {
        await desk.TickAsync("I am looking for", "a mentor", "a peer");
        await desk.TickAsync("I am ready to be", "a coach");
        await desk.FillAsync("What are you trying to do, or stuck on?", "Move from fixing tickets to shape how our services fit together");
        await desk.FillAsync("What you want to learn", "system design 2\nwriting 2");
        await desk.Field("Your job level").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 2 });
        await desk.FillAsync("Years of experience", "4");
        await desk.FillAsync("Department or team", "Engineering");
        await desk.FillAsync("Where you work", "Prague");
        await desk.FillAsync("Your working day begins", "08:30");
        await desk.FillAsync("Your working day ends", "16:30");
        await desk.Field("How often").SelectOptionAsync("Every second round (every 2 weeks)");
        await desk.PickAsync("People you'd rather not be matched with", "Diego Hernández");
    }

    private static async Task EverythingIsStillThereAsync(Desk desk)
    {
        await Expect(desk.Field("What others can learn from you")).ToHaveValueAsync("databases 4\ntesting");
        await Expect(desk.Field("What are you trying to do, or stuck on?")).ToHaveValueAsync("Move from fixing tickets to shape how our services fit together");
        await Expect(desk.Field("What you want to learn")).ToHaveValueAsync("system design 2\nwriting 2");
        await Expect(desk.Field("Years of experience")).ToHaveValueAsync("4");
        await Expect(desk.Field("Your working day begins")).ToHaveValueAsync("08:30");
        await Expect(desk.Field("I am ready to be").GetByLabel("a coach", new() { Exact = true })).ToBeCheckedAsync();
        await Expect(desk.Form).ToContainTextAsync("Diego Hernández");
    }

    private static async Task<string> TheIntroductionIsThereAsync(Desk desk)
    {
        await Expect(desk.Conversations).ToHaveCountAsync(1);
        var partner = await desk.OpenConversationAsync();
        var introduction = desk.Messages.First;
        foreach (var words in (string[])["Why you", "The question between you:", "To begin with", "please find a time"]) await Expect(introduction).ToContainTextAsync(words);
        await Expect(introduction).ToContainTextAsync(partner);
        return partner;
    }

    private static async Task MiraAsksWhyAsync(Desk desk, string partner)
    {
        await desk.Gallery.LookAsync("introduction", readme: "introduction-light");
        await desk.Gallery.LookOnPhoneAsync("introduction-on-a-phone", readme: "introduction-phone");
        await desk.OpenMessagesAsync();
        await desk.TypeAsync("/coffee why");
        await Expect(desk.LastMessage).ToContainTextAsync("Your match is @");
        await Expect(desk.LastMessage).ToContainTextAsync(partner);
        await desk.Gallery.LookAsync("why");
    }

    private static async Task MiraSaysThatTheyMetAsync(Desk desk, string partner)
    {
        Assert.Equal(partner, await desk.OpenConversationAsync());
        await desk.PressAsync("We met");
        await Expect(desk.LastMessage).ToContainTextAsync("says you met");
        await Expect(desk.Unread("Messages")).ToContainTextAsync("1");
        await desk.Gallery.LookAsync("we-met");
    }

    private static async Task TheyLookBackAsync(Desk desk, string partner)
    {
        await LookBackAsync(desk, Takeaway, "Before Thursday's review I will write the one sentence first.");
        await desk.SitAsAsync(partner);
        await LookBackAsync(desk, "Prototypes answer faster than documents.", "When the next argument starts, I will draw it.");
        await Expect(desk.Messages.Filter(new() { HasText = Takeaway })).ToHaveCountAsync(0);
    }

    private static async Task LookBackAsync(Desk desk, string takeaway, string action)
    {
        await desk.OpenMessagesAsync();
        await desk.PressAsync("Look back");
        await Expect(desk.Form).ToContainTextAsync("Nobody but you can read what you write");
        await Expect(Answer("What did you take away?")).ToHaveValueAsync("");
        await Answer("What did you take away?").FillAsync(takeaway);
        await Answer("take away from you?").FillAsync("How I test an idea on paper.");
        await Answer("What will you do, and when?").FillAsync(action);
        await Expect(desk.Field("By which day?")).Not.ToHaveValueAsync("");
        await desk.Gallery.LookAsync("reflection");
        await desk.SendFormAsync("Keep it");
        await desk.ReadAndCloseAsync("Kept, for you alone.", picture: "reflection-kept");

        Microsoft.Playwright.ILocator Answer(string question) => desk.Form.GetByRole(Microsoft.Playwright.AriaRole.Textbox, new() { Name = question }); // beside the boxes for sharing it
    }

    private static async Task TheActionIsAskedAboutAsync(Desk desk, string partner)
    {
        await desk.SitAsAsync("Mira Kovačević");
        await desk.OpenMessagesAsync();
        await desk.LetAWeekPassAsync();
        var question = desk.Messages.Filter(new() { HasText = "How is it going?" });
        await Expect(question).ToContainTextAsync("Before Thursday's review I will write the one sentence first.");
        await Expect(question).ToContainTextAsync(partner);
        await desk.Gallery.LookAsync("how-is-it-going");
        await desk.PressAsync("Done");
        await Expect(desk.Messages.Filter(new() { HasText = "Well done." })).ToBeVisibleAsync();
        await desk.Gallery.LookAsync("done");
    }
}
