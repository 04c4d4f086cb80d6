using PairingBot.MicrosoftTown;
using PairingBot.MicrosoftTown.Connector;
using PairingBot.MicrosoftTown.Control;
using PairingBot.MicrosoftTown.Login;

// A stand-in for what a bot meets at Microsoft: login, published keys, the Bot Connector and Graph, in a process of its own. It knows the bot only by HTTP.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration(); // for an address with https in --urls, and a certificate by --Kestrel:Certificates:Default:Path
builder.Services.AddSingleton<Town>().AddSingleton<TokenDesk>().AddSingleton<SigningKeys>().AddSingleton<BotLine>().AddSingleton<Teller>().AddSingleton<Presses>().AddHttpClient();
var app = builder.Build();
app.MapGet("/healthz", () => "alive");
LoginRoutes.Map(app);
ConnectorRoutes.Map(app);
ControlRoutes.Map(app);
await app.RunAsync();
