namespace PairingBot.Domain.Conversations;

/// <summary>The keys of what a request says in one relationship: with a goal, without one, the question itself, and what the giver may have of it.</summary>
public sealed record RequestTexts(string WithGoal, string WithoutGoal, string Question, string InReturn);
