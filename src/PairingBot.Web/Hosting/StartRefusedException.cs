namespace PairingBot.Web.Hosting;

/// <summary>The host can not start; the message is one clear sentence for the operator.</summary>
internal sealed class StartRefusedException(string sentence) : Exception(sentence);
