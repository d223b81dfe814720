using Quarterdeck.Domain.Targets;

namespace Quarterdeck.Domain.Kernel;

/// <summary>One standard under one indicator's terms, as both lanes use it.</summary>
internal sealed class CompiledStandard
{
    /// <summary>No displayed number of the column lane comes near it.</summary>
    private const long Beyond = 1L << 62;

    public CompiledStandard(SeriesTerms terms, Standard standard)
    {
        Standard = standard;
        Cuts = BandCuts.Compile(terms.Scheme.Rows, terms.Indicator.Polarity, standard, terms.Decimals);
        var step = 2 * Scaled.PowerOfTen(Cuts.Places - terms.Decimals);
        var code = Code(terms, Cuts.Segments.Codes[0]);
        var steps = new List<(long From, long Delta)>();
        First = code;
        for (var index = 0; index < Cuts.Segments.Starts.Length; index++)
        {
            var from = AtLeast(Cuts.Segments.Starts[index], step);
            var next = Code(terms, Cuts.Segments.Codes[index + 1]);
            if (from <= -Beyond)
            {
                First = next;
            }
            else if (from < Beyond)
            {
                steps.Add(((long)from, next - code));
            }

            code = next;
        }

        Steps = [.. steps];
    }

    public Standard Standard { get; }

    public BandCuts Cuts { get; }

    /// <summary>The rating code of the smallest displayed numbers.</summary>
    public long First { get; }

    /// <summary>From which displayed number on (in units of the last decimal shown) the rating code changes, and by how much.</summary>
    public IReadOnlyList<(long From, long Delta)> Steps { get; }

    /// <summary>The smallest whole number whose position is at least that.</summary>
    private static Int128 AtLeast(Int128 position, Int128 step)
    {
        var (whole, rest) = Int128.DivRem(position, step);
        return rest > 0 ? whole + 1 : whole;
    }

    private static long Code(SeriesTerms terms, int answer) => CompiledTerms.Rated(terms, RatingCode.OfClass(answer));
}
