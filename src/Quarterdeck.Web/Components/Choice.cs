namespace Quarterdeck.Web.Components;

/// <summary>One of what can be chosen.</summary>
/// <param name="Value">What is sent; null sends the words.</param>
/// <param name="Words">What readers see.</param>
/// <param name="Group">The heading it stands under; null for none.</param>
/// <param name="IsDisabled">It is shown and cannot be chosen.</param>
public sealed record Choice(string? Value, string Words, string? Group = null, bool IsDisabled = false);
