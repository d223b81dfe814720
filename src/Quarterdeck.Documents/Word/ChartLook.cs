namespace Quarterdeck.Documents.Word;

/// <param name="Language">Of a chart's words: <c>en-GB</c>.</param>
/// <param name="Font">Of its letters.</param>
internal sealed record ChartLook(string Language, string Font);
