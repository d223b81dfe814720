using Quarterdeck.Domain.Commentary;

namespace Quarterdeck.Application.Reports;

/// <summary>An action or a risk of the registers, told where the round's own texts are told.</summary>
internal sealed record RegisterText : CommentaryEntry
{
    /// <summary>By when, how far, how high.</summary>
    public required string Standing { get; init; }
}

/// <summary>The actions and risks about indicators or areas as texts of the round.</summary>
internal static class RegisterTexts
{
    /// <summary>Past any place people give to a text, so that risks of the registers are told apart from theirs.</summary>
    private const int FirstPlace = 1_000_000;

    public static IEnumerable<CommentaryEntry> Of(ReportScope scope)
    {
        var risks = scope.Risks.Select((risk, index) => (Risk: risk, Place: FirstPlace + index)).Where(one => IsPlaced(one.Risk.Refs.Count, one.Risk.Area))
            .ToDictionary(one => one.Risk.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var (risk, place) in risks.Values)
        {
            yield return new RegisterText
            {
                Round = scope.Round,
                Kind = CommentaryKind.Risk,
                Text = Sentences(risk.Title, risk.Consequence),
                Refs = risk.Refs,
                Area = risk.Area,
                Author = risk.Owner,
                Order = place,
                Standing = RegisterWords.Standing(risk),
            };
        }

        foreach (var action in scope.Actions)
        {
            var (answered, place) = action.Risk is { } id && risks.TryGetValue(id, out var known) ? (known.Risk, (int?)known.Place) : (null, null);
            var isOfRisk = answered is not null && action.Refs.Count == 0;
            if (isOfRisk || IsPlaced(action.Refs.Count, action.Area))
            {
                yield return new RegisterText
                {
                    Round = scope.Round,
                    Kind = CommentaryKind.Action,
                    Text = Sentences(action.Title, action.Update),
                    Refs = isOfRisk ? answered!.Refs : action.Refs,
                    Area = isOfRisk ? answered!.Area : action.Area,
                    Answers = place,
                    Author = action.Owner,
                    Order = FirstPlace + (action.Order ?? 0),
                    Standing = RegisterWords.Standing(action, scope.ReportDate),
                };
            }
        }
    }

    /// <summary>What is about no indicator and no area stands in the register alone.</summary>
    private static bool IsPlaced(int references, string? area) => references > 0 || area is not null;

    private static string Sentences(string title, string? more) => more is null ? Ended(title) : $"{Ended(title)} {Ended(more)}";

    private static string Ended(string words) => words.EndsWith('.') || words.EndsWith('?') || words.EndsWith('!') ? words : words + ".";
}
