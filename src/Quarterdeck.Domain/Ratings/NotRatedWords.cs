namespace Quarterdeck.Domain.Ratings;

/// <summary>The reasons in words, as records and pages give them.</summary>
public static class NotRatedWords
{
    public static string Words(this NotRated reason) => reason switch
    {
        NotRated.NotAKpi => "not a KPI",
        NotRated.NoResult => "no result",
        NotRated.Marker => "no number",
        NotRated.NoTarget => "no target",
        NotRated.NoFloor => "no floor standard",
        NotRated.NoThresholds => "no thresholds",
        NotRated.NoPolarity => "no polarity",
        NotRated.NoYearToDate => "no year to date",
        NotRated.YearToDateIncomplete => "year to date incomplete",
        NotRated.YearToDateOnly => "rated on the year to date only",
        NotRated.NotYetDue => "not yet due",
        NotRated.StepUndecided => "a step past due is undecided",
        NotRated.NoBandFits => "no band of the scheme fits",
        NotRated.NoManualRating => "no rating was given by hand",
    };
}
