namespace Quarterdeck.Documents.Tree;

/// <summary>A run of text: <see cref="Words"/>, <see cref="Strong"/>, <see cref="Emphasis"/>, <see cref="LinkInline"/>,
/// <see cref="LineBreak"/>, <see cref="NoteMark"/>, <see cref="RatingRun"/> or <see cref="DirectionRun"/>, and nothing else.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    /// <summary>This run and what follows it; without this a string would take the run's debugging text.</summary>
    public static RichText operator +(Inline left, RichText right) => RichText.FromInline(left) + right;
}

/// <summary>Plain words, not yet encoded for any format.</summary>
public sealed record Words(string Value) : Inline;

public sealed record Strong(RichText Text) : Inline;

public sealed record Emphasis(RichText Text) : Inline;

public sealed record LinkInline(LinkTarget Target, RichText Text) : Inline;

public sealed record LineBreak : Inline;

/// <summary>Refers to a footnote of the table or section it stands in, by the footnote's key.</summary>
public sealed record NoteMark(string Key) : Inline;

/// <summary>A rating within a sentence or a definition: its shape and its word.</summary>
public sealed record RatingRun(RatingMark Mark) : Inline;

/// <summary>A direction of travel within a sentence or a definition: its arrow and its word.</summary>
public sealed record DirectionRun(DirectionMark Mark) : Inline;

/// <summary>Words with their emphasis and links. A string converts to it.</summary>
public sealed record RichText(IReadOnlyList<Inline> Runs)
{
    public static readonly RichText Empty = new([]);

    /// <summary>The words alone, for formats and places that hold no more.</summary>
    public string Plain => string.Concat(Runs.Select(PlainOf));

    public static implicit operator RichText(string words) => FromString(words);

    public static implicit operator RichText(Inline run) => FromInline(run);

    public static RichText operator +(RichText left, RichText right) => new([.. left.Runs, .. right.Runs]);

    public static RichText FromInline(Inline run) => new([run]);

    public static RichText FromString(string words) => words.Length == 0 ? Empty : new([new Words(words)]);

    private static string PlainOf(Inline run) => run switch
    {
        Words words => words.Value,
        Strong strong => strong.Text.Plain,
        Emphasis emphasis => emphasis.Text.Plain,
        LinkInline link => link.Text.Plain,
        LineBreak => "\n",
        RatingRun rating => rating.Mark.Label,
        DirectionRun direction => direction.Mark.Word,
        NoteMark => string.Empty,
        _ => throw new InvalidOperationException("Every run of text is one of those named at Inline."),
    };
}
