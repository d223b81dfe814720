using Quarterdeck.Documents.Tree;
using Quarterdeck.Domain.Directions;
using Quarterdeck.Domain.Ranges;
using Quarterdeck.Domain.Ratings;
using Quarterdeck.Domain.Reports;

namespace Quarterdeck.Documents.Reports;

/// <summary>Ratings, arrows and alerts as marks of the document tree.</summary>
internal static class RatingMarks
{
    private static readonly Colour Grey = Colour.Parse("#505a5f");

    public static RatingMark Of(Band band) => RatingMark.Of(band.Label, band.Shape, band.Colour);

    public static RatingMark? Of(ShownRating? shown) => shown?.Band is { } band ? Of(band) : null;

    public static Cell Cell(ShownRating shown) => shown switch
    {
        { Band: { } band, Remark: null } => new RatingCell(Of(band)),
        { Band: { } band } => new TextCell(Run(band) + $" ({shown.Remark})"),
        _ => new EmptyCell(shown.Remark is null ? shown.Words : $"{shown.Words}: {shown.Remark}", shown.Reason ?? shown.Words),
    };

    public static RichText Run(Band band) => new RatingRun(Of(band));

    /// <summary>The hollow mark of what has no rating.</summary>
    public static RatingMark NotRated(string words) => new(words, MarkShape.Ring, Grey);

    public static DirectionMark Of(Direction travel, Labels labels) => new(labels.Of(travel), travel switch
    {
        Direction.Improved => Arrow.Up,
        Direction.Worsened => Arrow.Down,
        Direction.NoChange => Arrow.Level,
        Direction.NoClearTrend => Arrow.Unclear,
    });

    public static AlertKind Of(RangeAlert alert) => alert switch
    {
        RangeAlert.Within => AlertKind.Within,
        RangeAlert.Above => AlertKind.Above,
        RangeAlert.Below => AlertKind.Below,
    };
}
