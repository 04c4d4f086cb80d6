using PairingBot.Domain.Conversations;
using PairingBot.Domain.Organizations;
using PairingBot.Domain.Reflections;

namespace PairingBot.Domain.Chat;

/// <summary>What somebody wants, in the product's words: the closed set between the platforms and the handlers.</summary>
public abstract record Intent;

/// <summary>About a conversation that is to come or to be held.</summary>
public abstract record ConversationIntent : Intent;

/// <summary>About what people agree on before they talk, or while they do: that both want it, that somebody is there, that somebody has time for advice; and what belongs together.</summary>
public abstract record AgreementIntent : ConversationIntent;

/// <summary>About what somebody takes from their conversations, and how they go on.</summary>
public abstract record LearningIntent : Intent;

public sealed record ShowHome : ConversationIntent;

public sealed record ShowHelp(string? UnknownWord = null) : Intent;

/// <summary><paramref name="IsInvited"/>: by the button of an invitation, which the answer replaces.</summary>
public sealed record JoinProgram(bool IsInvited = false) : Intent;

/// <summary>Not now, to an invitation.</summary>
public sealed record DeclineInvitation : Intent;

/// <summary>To take part although one has left the channel in which the program lives.</summary>
public sealed record StayInProgram : Intent;

/// <summary>The answer to "in this week?"; <paramref name="Round"/> as the question named it.</summary>
public sealed record AnswerWeek(string Round, bool IsIn) : Intent;

public sealed record LeaveProgram : Intent;

/// <summary>Until when, as typed ("2026-12-24", "monday", "2 weeks"); empty asks for it.</summary>
public sealed record PausePairing(string Until) : Intent;

public sealed record ResumePairing : Intent;

public sealed record SkipRound : Intent;

/// <summary>Empty asks what the goal is.</summary>
public sealed record SetGoal(string Goal) : Intent;

/// <summary>The goal of before is still the goal.</summary>
public sealed record KeepGoal : Intent;

public sealed record AskWhy : ConversationIntent;

public sealed record OpenSettings : Intent;

public sealed record SaveSettings(FormAnswers Answers) : Intent;

public sealed record OpenAdmin : Intent;

public sealed record SaveProgram(FormAnswers Answers) : Intent;

public sealed record RunRoundNow : Intent;

/// <summary>What the next round would be if it opened now.</summary>
public sealed record PreviewRound : Intent;

public sealed record SayTimeFound(string Pairing) : ConversationIntent;

/// <summary>When they meet, out of the form that follows on having a time.</summary>
public sealed record SaveMeeting(string Pairing, FormAnswers Answers) : ConversationIntent;

/// <summary>One of the times that were offered; <paramref name="Choice"/> as the button named it.</summary>
public sealed record BookTime(string Choice) : ConversationIntent;

/// <summary>None of them suits; <paramref name="Page"/> is a pairing and which ones are wanted.</summary>
public sealed record WantOtherTimes(string Page) : ConversationIntent;

/// <summary>To ask the one who gives, in one's own words.</summary>
public sealed record FrameRequest(string Pairing) : ConversationIntent;

public sealed record SendRequest(string Pairing, FormAnswers Answers) : ConversationIntent;

public sealed record SayMet(string Pairing) : ConversationIntent;

public sealed record SayNotMet(string Pairing) : ConversationIntent;

/// <summary>The answer to "shall I bring you together?".</summary>
public sealed record AnswerProposal(string Pairing, bool IsYes) : AgreementIntent;

/// <summary>There is no answer from somebody in the conversation, says one of the others, to the bot alone.</summary>
public sealed record SayNoAnswer(string Pairing) : AgreementIntent;

/// <summary>It is this one who does not answer; <paramref name="Member"/> is a pairing and a seat in it.</summary>
public sealed record SaySilent(string Member) : AgreementIntent;

/// <summary>The answer to "are you there?".</summary>
public sealed record AnswerSilence(string Pairing, bool IsHere) : AgreementIntent;

/// <summary>What somebody is stuck on, as typed; empty asks for it, or shows how an ask stands.</summary>
public sealed record AskForAdvice(string Topic) : AgreementIntent;

public sealed record SaveAskTopic(FormAnswers Answers) : AgreementIntent;

/// <summary><paramref name="Candidate"/> is an ask and a place in it.</summary>
public sealed record ChooseForAdvice(string Candidate) : AgreementIntent;

public sealed record SendAskRequest(string Candidate, FormAnswers Answers) : AgreementIntent;

public sealed record CallOffAsk(string Ask) : AgreementIntent;

/// <summary>What was asked becomes the goal for the next round.</summary>
public sealed record MakeAskGoal(string Ask) : AgreementIntent;

/// <summary>The answer of somebody who is asked.</summary>
public sealed record AnswerAsk(string Candidate, bool IsYes) : AgreementIntent;

/// <summary>About what belongs together in an organization of several installations: the installations themselves, and the accounts of one person. Each needs a yes from both.</summary>
public abstract record OrganizationIntent : AgreementIntent;

/// <summary>A code of the other side, as typed; empty asks for one to give to it.</summary>
public sealed record ConnectSides(string Code) : OrganizationIntent;

/// <summary><paramref name="Joined"/>: the installation that had joined, as the button named it; empty asks first.</summary>
public sealed record DisconnectSides(string Joined = "") : OrganizationIntent;

/// <summary>Whether another account is the person's, too.</summary>
public sealed record SayTwin(string Account, TwinAnswer Answer) : OrganizationIntent;

/// <summary>Two accounts that counted as one person are two again.</summary>
public sealed record BeTwo(string Account) : OrganizationIntent;

public sealed record OpenReflection(string Pairing) : LearningIntent;

/// <summary>To look back at the latest conversation that one has still to look back at.</summary>
public sealed record LookBack : LearningIntent;

public sealed record SaveReflection(string Pairing, FormAnswers Answers) : LearningIntent;

/// <summary>How the action went: "done", "later" or "dropped".</summary>
public sealed record SayActionOutcome(string Pairing, string Outcome) : LearningIntent;

/// <summary>They talked, although nobody had said so, and look back at it.</summary>
public sealed record SayTalked(string Pairing) : LearningIntent;

/// <summary>Whether the action helped.</summary>
public sealed record SayHelp(string Pairing, ActionHelp Help) : LearningIntent;

/// <summary>The line for the channel, as its writer was shown it: posted, or left. <paramref name="Line"/>: the pairing, and which writing of the line.</summary>
public sealed record PassOnFind(string Line, bool IsPosted) : LearningIntent;

/// <summary>How somebody wishes to leave it with the people of a conversation.</summary>
public sealed record SayAgain(string Pairing, Again Wish) : LearningIntent;

/// <summary>The answer to a question of a series. <paramref name="Question"/>: the series, and the number of the question.</summary>
public sealed record AnswerSeries(string Question, SeriesAnswer Answer) : LearningIntent;

/// <summary>To end a series now.</summary>
public sealed record FinishSeries(string Series) : LearningIntent;

/// <summary>What the year brought.</summary>
public sealed record ShowLearning : LearningIntent;

/// <summary>The person looks at their home.</summary>
public sealed record HomeOpened : Intent;

/// <summary>Words written to the bot in a direct message.</summary>
public sealed record DirectMessage(string Words) : Intent;

/// <summary>Something that happened to the installation; nobody acts, and nobody is answered.</summary>
public abstract record InstallationNews : Intent;

/// <summary>The directory says something new about somebody.</summary>
public sealed record PersonChanged(DirectoryPerson Person) : InstallationNews;

/// <summary>Somebody has the bot now, and can be written to. <paramref name="MayOrganize"/>: if they are the first, they run the program, because nobody else was named.</summary>
public sealed record PersonReached(string Person, bool MayOrganize = false) : InstallationNews;

/// <summary>Somebody has taken the bot away, for themselves: they can't be written to. <paramref name="Reason"/> as <see cref="Gone.Reason"/>.</summary>
public sealed record PersonLost(string Person, string Reason) : InstallationNews;

/// <summary>The workspace removed the bot, or took its tokens back. <paramref name="HappenedAt"/> by the platform's clock: news may come late, after a return.</summary>
/// <param name="TokensOnly">Only tokens were named: where tokens are renewed, one of them may go and the installation stays.</param>
public sealed record AppRemoved(DateTimeOffset? HappenedAt = null, bool TokensOnly = false) : InstallationNews;

/// <summary>Somebody (perhaps the bot itself) came into a channel that the bot is in. Who they are is the directory's to say.</summary>
public sealed record ChannelJoined(string Channel, string Person, DateTimeOffset At) : InstallationNews;

/// <summary>Somebody (perhaps the bot itself) left a channel that the bot is in, or was taken out of it.</summary>
public sealed record ChannelLeft(string Channel, string Person, DateTimeOffset At) : InstallationNews;

/// <summary>A channel goes by another id now; it is the same channel.</summary>
public sealed record ChannelMoved(string From, string To) : InstallationNews;

/// <summary>The bot came into a group of channels, or something about the group has changed.</summary>
public sealed record ChannelGroupEntered(string Group) : InstallationNews;

/// <summary>The bot was taken out of a group of channels, or the group is no more.</summary>
public sealed record ChannelGroupLeft(string Group) : InstallationNews;

/// <summary>People came into a group of channels, and with it into each channel there. Who they are is the directory's to say.</summary>
public sealed record PeopleJoinedGroup(string Group, IReadOnlyList<string> People, DateTimeOffset At) : InstallationNews;

/// <summary>People left a group of channels, or were taken out of it.</summary>
public sealed record PeopleLeftGroup(string Group, IReadOnlyList<string> People, DateTimeOffset At) : InstallationNews;

/// <summary>A channel was archived.</summary>
public sealed record ChannelClosed(string Channel) : InstallationNews;
