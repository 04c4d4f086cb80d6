namespace PairingBot.Web.Tests.Scenarios;

/// <summary>For each relationship the whole life of a conversation, as its two people live it: from the goal to "did it help?". What they get is reviewed like code.</summary>
public sealed class LivesOfConversationsTests
{
    private const string Ana = "U01ANA", Ben = "U02BEN", Cem = "U03CEM", Dana = "U04DANA", Eva = "U05EVA", Femi = "U06FEMI", Gita = "U07GITA", Hugo = "U08HUGO", Ida = "U09IDA";

    private static readonly Role[] People =
    [
        new(Ida, "Ida Holm", "People Partner", IsAdmin: true),
        new(Ana, "Ana Silva", "Product Designer"), new(Ben, "Ben Okoye", "Support Engineer"),
        new(Cem, "Cem Yildiz", "Data Analyst"), new(Dana, "Dana Petrov", "Head of Finance"),
        new(Eva, "Eva Lund", "Product Manager"), new(Femi, "Femi Ade", "Senior Product Manager"),
        new(Gita, "Gita Rao", "Account Manager"), new(Hugo, "Hugo Marin", "Director of Sales"),
    ];

    [Fact]
    public async Task Four_relationships_from_the_goal_to_what_came_of_it()
    {
        await using var stage = await Stage.OpenAsync(People);
        await stage.Player(Ida).SayAsync("/coffee admin");
        await stage.Player(Ida).SendFormAsync(("How often", ["Every 4 weeks"]));
        var scenes = new[] { stage.Watch("peer", Ana, Ben), stage.Watch("mentor", Cem, Dana), stage.Watch("coach", Eva, Femi), stage.Watch("sponsor", Gita, Hugo) };

        await EverybodyJoinsAsync(stage);
        await stage.PassHoursAsync(4);
        await TheyAreBroughtTogetherAsync(stage);
        await stage.PassAsync(3);
        await TheyMeetAsync(stage);
        await TheyLookBackAsync(stage);
        await stage.PassAsync(4);
        await TheyGoOnOrNotAsync(stage);
        await stage.PassAsync(6);
        await TheirActionsAreAskedAboutAsync(stage);
        await stage.PassAsync(9);
        await TheyMeetAgainAsync(stage);
        await stage.PassAsync(15);
        foreach (var id in new[] { Ana, Cem, Eva, Gita }) await stage.Player(id).PressAsync("It helped");
        await TheyMeetAgainAsync(stage);
        await stage.PassAsync(2);
        foreach (var id in new[] { Eva, Femi }) await stage.Player(id).PressAsync("Finish here");
        foreach (var id in new[] { Ana, Dana, Eva, Hugo }) await stage.Player(id).SayAsync("/coffee me");

        foreach (var scene in scenes) scene.Compare();
    }

    private static async Task EverybodyJoinsAsync(Stage stage)
    {
        await TellAsync(stage, Ana, "run critiques that people like to come to", ("I am looking for", ["a peer"]), ("Department or team", ["Design"]), ("Your job level", ["Experienced"]));
        await TellAsync(stage, Ben, "say no to a customer and keep them", ("I am looking for", ["a peer"]), ("Department or team", ["Support"]), ("Your job level", ["Experienced"]));
        await TellAsync(stage, Cem, "find out whether leading a team is for me", ("I am looking for", ["a mentor"]), ("Department or team", ["Data"]), ("Your job level", ["Experienced"]), ("Years of experience", ["4"]));
        await TellAsync(stage, Dana, null, ("I am looking for", ["a sponsor"]), ("I am ready to be", ["a mentor"]), ("Department or team", ["Finance"]), ("Years of experience", ["15"]), ("What others can learn from you", ["leading teams 5"]));
        await TellAsync(stage, Eva, "say no to half of my backlog", ("I am looking for", ["a coach"]), ("Department or team", ["Product"]), ("Your job level", ["Experienced"]), ("What you want to learn", ["prioritising 2"]));
        await TellAsync(stage, Femi, null, ("I am looking for", ["a mentor"]), ("I am ready to be", ["a coach"]), ("Department or team", ["Product"]), ("Years of experience", ["20"]), ("What others can learn from you", ["prioritising 4"]));
        await TellAsync(stage, Gita, "lead the renewal of our largest account", ("I am looking for", ["a sponsor"]), ("Department or team", ["Sales"]), ("Your job level", ["Senior"]));
        await TellAsync(stage, Hugo, null, ("I am looking for", ["a sponsor"]), ("I am ready to be", ["a sponsor"]), ("Department or team", ["Sales"]));
    }

    private static async Task TheyAreBroughtTogetherAsync(Stage stage)
    {
        await stage.Player(Gita).PressAsync("Yes, introduce us");
        await stage.Player(Hugo).PressAsync("Yes, introduce us");
        foreach (var seeker in new[] { Cem, Eva, Gita })
        {
            await stage.Player(seeker).PressAsync("Edit and send");
            await stage.Player(seeker).SendFormAsync();
        }

        foreach (var (organizer, day, time) in new[] { (Ana, "2027-01-07", "14:00"), (Dana, "2027-01-07", "14:30"), (Femi, "2027-01-07", "15:00"), (Hugo, "2027-01-07", "16:00") })
        {
            await stage.Player(organizer).PressAsync("We have a time");
            await stage.Player(organizer).SendFormAsync(("On which day?", [day]), ("At what time?", [time]));
        }
    }

    private static async Task TheyMeetAsync(Stage stage)
    {
        foreach (var id in new[] { Ben, Cem, Femi, Gita }) await stage.Player(id).PressAsync("We met");
    }

    private static async Task TheyLookBackAsync(Stage stage)
    {
        await LookBackAsync(stage, Ana, ("What did you take away?", ["A critique needs one question at its start."]), ("What will you do, and when?", ["When I open the next critique, I ask one question."]), ("Share a line with Ben?", ["What did you take away?"]));
        await LookBackAsync(stage, Ben, ("What did you take away?", ["No can be the beginning of an offer."]));
        await LookBackAsync(stage, Cem, ("What did you take away for your own road?", ["Leading can be tried out, in small."]), ("What will you try next, and when?", ["When the next project starts, I offer to run its meetings."]));
        await LookBackAsync(stage, Dana, ("What did you learn from your mentee?", ["How much I have forgotten of the beginning."]));
        await LookBackAsync(stage, Eva, ("What can you do a little better now?", ["I can say what we do not do."]), ("What will you practise, and when?", ["When a wish comes in, I ask what it replaces."]));
        await LookBackAsync(stage, Femi, ("What did you learn about your own skill?", ["That I do it by feeling, and could say how."]));
        await LookBackAsync(stage, Gita, ("What is clearer to you now about what you two want to accomplish?", ["We present the renewal together."]), ("What will you do first for what you have picked, and when?", ["When the numbers are in, I write the first page."]));
        await LookBackAsync(stage, Hugo, ("What did you learn from your protégé?", ["What the customer really pays for."]));
    }

    private static async Task TheyGoOnOrNotAsync(Stage stage)
    {
        await stage.Player(Eva).PressAsync("Keep going");
        await stage.Player(Femi).PressAsync("Keep going");
        await stage.Player(Cem).PressAsync("Keep going");
        await stage.Player(Dana).PressAsync("Thanks and goodbye"); // and Cem never hears of it
        await stage.Player(Ana).PressAsync("Meet again some day");
        await stage.Player(Ben).PressAsync("Meet again some day");
    }

    /// <summary>The next one of the series.</summary>
    private static async Task TheyMeetAgainAsync(Stage stage)
    {
        await stage.Player(Eva).PressAsync("We met");
        await LookBackAsync(stage, Eva, ("What can you do a little better now?", ["I say it earlier."]));
        await LookBackAsync(stage, Femi, ("What did you learn about your own skill?", ["That saying how I do it makes me better at it."]));
    }

    private static async Task TheirActionsAreAskedAboutAsync(Stage stage)
    {
        foreach (var id in new[] { Ana, Cem, Eva, Gita }) await stage.Player(id).PressAsync("Done");
    }

    private static async Task LookBackAsync(Stage stage, string id, params (string Label, string[] Values)[] answers)
    {
        await stage.Player(id).PressAsync("Look back");
        await stage.Player(id).SendFormAsync([.. answers, ("Did you learn something?", ["Yes"])]);
    }

    private static async Task TellAsync(Stage stage, string id, string? goal, params (string Label, string[] Values)[] facts)
    {
        var person = stage.Player(id);
        await person.SayAsync("/coffee join");
        await person.SayAsync("/coffee settings");
        await person.SendFormAsync(facts);
        if (goal is not null) await person.SayAsync($"/coffee goal {goal}");
    }
}
