// A stand-in for what a bot meets at Microsoft: login, published keys, the Bot Connector and Graph, in a process of its own. It knows the bot only by HTTP.
var builder = WebApplication.CreateSlimBuilder(args);
var app = builder.Build();
app.MapGet("/healthz", () => "alive");
PairingBot.MicrosoftTown.Graph.GraphRoutes.Map(app);
await app.RunAsync();
