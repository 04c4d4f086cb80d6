using System.Text.Json;
using System.Text.Json.Nodes;
using PairingBot.Chat.Tests.Gallery;
using PairingBot.Domain.Chat;
using PairingBot.Teams.Cards;

namespace PairingBot.Chat.Tests.Cards;

/// <summary>Every form of the bot comes back as it went out, and whatever else comes back breaks nothing.</summary>
public sealed class SentFormTests
{
    private static readonly JsonNode?[] Odd = [null, true, 7, "", "…", new JsonArray("x", null), new JsonObject { ["x"] = 1 }, new JsonArray(new JsonObject { ["kind"] = "text" })];

    private static IEnumerable<ChatForm> Forms => Sayings.Of(Cast.UsualInTeams).Select(saying => saying.Said).OfType<ChatForm>();

    [Fact]
    public void A_form_that_is_sent_as_it_was_opened_says_what_stood_in_it() => Assert.All(Forms, form =>
    {
        var sent = CardForm.Read(SentForm.Of(AdaptiveCards.Form(form)))!;

        Assert.Equal((form.Key, form.Argument), (sent.Key, sent.Argument));
        var own = SentForm.Own(form);
        Assert.Equal(own.Keys.Order(StringComparer.Ordinal), sent.Answers.Values.Keys.Order(StringComparer.Ordinal));
        Assert.All(own, field => Assert.Equal(field.Value, sent.Answers.Many(field.Key)));
    });

    [Fact]
    public void It_can_be_shown_again_with_all_that_was_typed() => Assert.All(Forms, form =>
    {
        var card = AdaptiveCards.Form(form);
        var sent = CardForm.Read(SentForm.Of(card))!;

        Assert.Equal(card.ToJsonString(), AdaptiveCards.Form(sent.Shown!, sent.Answers).ToJsonString());
    });

    [Fact]
    public void Shown_again_with_faults_it_is_still_a_card() => Assert.All(Forms, form =>
    {
        var faults = form.Pieces.OfType<FormField>().ToDictionary(field => field.Key, _ => "Please *look* again.");
        var card = AdaptiveCards.Form(form, new FormAnswers(new Dictionary<string, IReadOnlyList<string>>()), faults, ChatMessage.Of("notice", ChatText.Plain("Nothing was saved.")));

        Assert.Empty(CardRules.Faults(card));
        Assert.Equal(form.Pieces.Count(piece => piece is FormField and not ChannelField { Known.Count: 0 } and not OneOf { Options.Count: 0 } and not AnyOf { Options.Count: 0 }), CardRules.Inside(card).Count(thing => CardRules.Text(thing["color"]) == "attention"));
        Assert.DoesNotContain(CardForm.Read(SentForm.Of(card))!.Answers.Values, answer => answer.Value.Count > 0 && answer.Key != "announce-in");
    });

    /// <summary>Each member in turn, at every depth, becomes each odd thing.</summary>
    [Fact]
    public void Whatever_comes_back_nothing_throws() => Assert.All(Forms, form =>
    {
        var data = SentForm.Data(AdaptiveCards.Form(form));
        foreach (var index in Enumerable.Range(0, CardRules.Inside(data).Count()))
        {
            foreach (var odd in Odd)
            {
                var broken = data.DeepClone().AsObject();
                var thing = CardRules.Inside(broken).ElementAt(index);
                foreach (var name in thing.Select(member => member.Key).ToList()) thing[name] = odd?.DeepClone();
                var read = CardForm.Read(JsonSerializer.SerializeToElement(broken));
                if (read?.Shown is { } shown) Assert.Empty(CardRules.Faults(AdaptiveCards.Form(shown, read.Answers)));
            }
        }
    });
}
