namespace Quarterdeck.Web.Components;

/// <summary>One of several links that lead about the site.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Address">Where it leads; null for the page itself.</param>
/// <param name="IsHere">What is shown belongs to it.</param>
public sealed record NavigationLink(string Words, string? Address, bool IsHere = false);
