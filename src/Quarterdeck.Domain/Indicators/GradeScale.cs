namespace Quarterdeck.Domain.Indicators;

/// <summary>
/// The words an indicator's figures are given in, where it is graded or answered by yes or no. A word is held as a number, 0 for the lowest, so that targets
/// and directions work as for any figure; readers only ever see the word.
/// </summary>
public sealed class GradeScale
{
    public static readonly GradeScale YesNo = new([("yes", "Yes"), ("no", "No")]);

    private static readonly Dictionary<string, string> Answers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["y"] = "yes",
        ["true"] = "yes",
        ["1"] = "yes",
        ["n"] = "no",
        ["false"] = "no",
        ["0"] = "no",
    };

    private readonly IReadOnlyList<(string Code, string Label)> _grades;

    /// <param name="grades">Codes and words, the best first.</param>
    public GradeScale(IReadOnlyList<(string Code, string Label)> grades) => _grades = grades;

    /// <summary>The words as readers see them, the best first.</summary>
    public IEnumerable<string> Words => _grades.Select(grade => grade.Label);

    /// <summary>The number of a word, in any case; null where it is no grade.</summary>
    public decimal? NumberOf(string word)
    {
        var meant = ReferenceEquals(this, YesNo) ? Answers.GetValueOrDefault(word, word) : word;
        for (var place = 0; place < _grades.Count; place++)
        {
            var (code, label) = _grades[place];
            if (string.Equals(meant, code, StringComparison.OrdinalIgnoreCase) || string.Equals(meant, label, StringComparison.OrdinalIgnoreCase))
            {
                return NumberAt(place);
            }
        }

        return null;
    }

    /// <summary>The word of a number; null where it lies between two grades or beyond them.</summary>
    public string? WordOf(decimal number)
    {
        var place = _grades.Count - 1 - number;
        return place == decimal.Truncate(place) && place >= 0 && place < _grades.Count ? _grades[(int)place].Label : null;
    }

    private decimal NumberAt(int place) => _grades.Count - 1 - place;
}
