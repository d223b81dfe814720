using Quarterdeck.Domain.Indicators;

namespace Quarterdeck.Domain.Assessment;

/// <summary>What is said of the end of the year.</summary>
public static class YearEndWords
{
    /// <summary>All of it in sentences: where it may end, what that means for the target, and what the periods left must come to. Null where it is not asked
    /// for.</summary>
    public static string? Of(YearEnd? end) => end is null ? null : string.Join(' ', Sentences(end));

    public static IEnumerable<string> Sentences(YearEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        string?[] said = end.Forecast is { } forecast ? [forecast.Sentence, forecast.Outlook, end.RequiredSentence] : [WhyNone(end), end.RequiredSentence];
        return said.OfType<string>();
    }

    /// <summary>Why there is no forecast.</summary>
    public static string WhyNone(YearEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return $"How {end.Name} may end cannot be told: {end.WhyNone}.";
    }

    /// <summary>
    /// In a line under a table: <c>2025/26 may end at 87% (84% to 91%), and is likely to miss the target of 90%.</c> Null without a forecast.
    /// </summary>
    public static string? Line(RatedIndicator rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        if (rated.YearEnd is not { Forecast: { } forecast } end)
        {
            return null;
        }

        string Cell(decimal figure) => FigureText.Cell(rated.Indicator, figure);
        var outlook = forecast.ChanceOfTarget is { } chance && end.Standard.Target is { } target
            ? $", and is {ChanceWords.Verdict(chance, $"the target of {Cell(target)}")}" : string.Empty;
        return $"{end.Name} may end at {Cell(forecast.Expected)} ({Cell(forecast.Low)} to {Cell(forecast.High)} in four cases out of five){outlook}.";
    }
}
