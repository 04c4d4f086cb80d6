using Microsoft.Playwright;
using PairingBot.Web.Tests.Town;
using static PairingBot.Web.Tests.Browser.Desk;

namespace PairingBot.Web.Tests.Browser;

/// <summary>What the person who runs the program does, and what everybody can ask.</summary>
[Collection(InTheBrowser.Name)]
public sealed class OrganizerTests(Chromium chromium)
{
    private static readonly string[] Words = ["join", "goal", "settings", "why", "skip", "pause", "resume", "leave", "admin", "help"];

    [Fact]
    public async Task An_organizer_mends_the_program_and_runs_a_round_and_others_may_not()
    {
        await using var town = await DemoTown.OpenAsync();
        await using var desk = await Desk.OpenAsync(chromium, town, "organizer", "/?as=ada");
        await desk.CloseHintsAsync();

        await HelpAndSuggestionsNameTheSameWordsAsync(desk);
        await AdaMendsTheProgramAsync(desk);
        await AdaRunsARoundNowAsync(desk);
        await desk.SitAsAsync("Hannah Weiß");
        await desk.OpenMessagesAsync();
        await desk.TypeAsync("/coffee admin");
        await Expect(desk.LastMessage).ToContainTextAsync("Only the admins of this workspace can run the program.");
        desk.AssertThatNothingBroke();
    }

    private static async Task HelpAndSuggestionsNameTheSameWordsAsync(Desk desk)
    {
        await desk.WriteAsync("/coffee ");
        foreach (var word in Words) await Expect(desk.Suggestions.Filter(new() { HasText = "/coffee " + word })).ToHaveCountAsync(1);
        await Expect(desk.Suggestions).ToHaveCountAsync(Words.Length);
        await desk.Gallery.LookAsync("suggestions");
        await desk.TypeAsync("/coffee help");
        foreach (var word in Words[..^1]) await Expect(desk.LastMessage).ToContainTextAsync("/coffee " + word);
        await desk.Gallery.LookAsync("help");
    }

    private static async Task AdaMendsTheProgramAsync(Desk desk)
    {
        await desk.TypeAsync("/coffee admin");
        await Expect(desk.Form).ToContainTextAsync("people are taking part");
        await desk.Gallery.LookAsync("admin");
        await desk.FillAsync("Name", "Tuesday coffee");
        await desk.PickAsync("The program's channel", "learning-coffee");
        await desk.Field("Day").SelectOptionAsync("Tuesday");
        await desk.FillAsync("Time zone", "Berlin");
        await desk.SendFormAsync("Save");
        await Expect(desk.Form).ToContainTextAsync("I don't know this time zone.");
        await desk.Gallery.LookAsync("admin-with-a-mistake");
        await Expect(desk.Field("Name")).ToHaveValueAsync("Tuesday coffee");
        await desk.FillAsync("Time zone", "Europe/Berlin");
        await desk.SendFormAsync("Save");
        await desk.ReadAndCloseAsync("Saved. The next round opens", picture: "admin-saved");
    }

    private static async Task AdaRunsARoundNowAsync(Desk desk)
    {
        await desk.TypeAsync("/coffee admin");
        await desk.SendFormAsync("Run a round now");
        await Expect(desk.Form).ToContainTextAsync("Everybody who takes part gets an introduction within minutes.");
        await desk.Gallery.LookAsync("run-now");
        await desk.SendFormAsync("Run it");
        await desk.ReadAndCloseAsync("The round is opening now.", picture: "round-opening");
        await desk.SendFormAsync("Cancel"); // the form was still there beneath
        await Expect(desk.Conversations).ToHaveCountAsync(1, new LocatorAssertionsToHaveCountOptions { Timeout = 90_000 });
        await desk.OpenAsync("learning-coffee");
        await Expect(desk.LastMessage).ToContainTextAsync("A new round of Tuesday coffee has begun");
        await desk.Gallery.LookAsync("announcement");
        await desk.OpenConversationAsync();
        await Expect(desk.Messages.First).ToContainTextAsync("The question between you:");
        await desk.Gallery.LookAsync("introduction");
    }
}
