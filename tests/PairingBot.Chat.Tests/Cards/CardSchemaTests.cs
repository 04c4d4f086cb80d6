using System.Text.Json.Nodes;
using PairingBot.Chat.Tests.Gallery;
using PairingBot.Domain.Chat;

namespace PairingBot.Chat.Tests.Cards;

/// <summary>Everything that the bot says is a card that Teams takes, by the published schemas.</summary>
public sealed class CardSchemaTests
{
    [Fact]
    public void Every_card_is_valid() => Assert.All(Sayings.Of(Cast.UsualInTeams), saying => Assert.Empty(CardRules.Faults(saying.Card)));

    [Fact]
    public void Every_message_is_an_activity() =>
        Assert.All(Sayings.Of(Cast.UsualInTeams).Where(saying => saying.Said is not ChatForm), saying => Assert.Empty(CardRules.FaultsOfActivity(saying.InTeams)));

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":7}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Badge","text":"new"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","size":"huge"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","colour":"red"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","label":"Name"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.Execute","title":7}]}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"<at>Ana</at>"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[{"type":"Action.ToggleVisibility","title":"x","targetElements":["nowhere"]}]}]}""")]
    public void What_is_wrong_is_seen(string card) => Assert.NotEmpty(CardRules.Faults(JsonNode.Parse(card)!.AsObject()));

    [Fact]
    public void A_wrong_activity_is_seen() => Assert.NotEmpty(CardRules.FaultsOfActivity(JsonNode.Parse("""{"type":"message","attachments":[{"contentType":7}]}""")!.AsObject()));
}
