namespace Quarterdeck.Application.Publishing;

/// <summary>What came of asking for a publication again.</summary>
public abstract record ReissueOutcome
{
    private ReissueOutcome()
    {
    }

    /// <summary>What happened, in a sentence.</summary>
    public abstract string Sentence { get; }

    /// <param name="Report">The publication, the same to the byte.</param>
    /// <param name="Proof">What came of making it again.</param>
    public sealed record Issued(IssuedReport Report, ReissueProof Proof) : ReissueOutcome
    {
        public override string Sentence =>
            $"{Report.Version.Id}: the same as published on {Report.Version.PublishedOn:yyyy-MM-dd}, byte for byte. " + Proof switch
            {
                ReissueProof.Same => "The files were made again and are the same.",
                ReissueProof.OtherProgram => $"These are the files that Quarterdeck {Report.Version.ProgramVersion} made; the store kept them.",
                ReissueProof.InputsGone => "The store kept these files. They cannot be made again: what they were made from is not all there any more. "
                    + "Either personal data was erased since, or the store was altered: quarterdeck audit verify tells which.",
                ReissueProof.Different =>
                    "The store kept these files. Made again, they come out differently, although the program has the same version: please report this.",
            };
    }

    /// <summary>An erasure took the kept files away.</summary>
    /// <param name="Version">The publication.</param>
    /// <param name="Files">Names of the files.</param>
    public sealed record Erased(PublishedVersion Version, IReadOnlyList<string> Files) : ReissueOutcome
    {
        public override string Sentence => $"{Version.Id} cannot be issued again: an erasure of personal data took {string.Join(", ", Files)} away.";
    }

    /// <param name="Id">What was asked for.</param>
    /// <param name="Last">The last publication there is; null where there is none.</param>
    public sealed record Unknown(string Id, string? Last) : ReissueOutcome
    {
        public override string Sentence => Last is null ? "Nothing was published from this store yet."
            : $"No publication is called '{Id}'. To see them all: quarterdeck publications --store ... The last was {Last}.";
    }

    /// <summary>Asked for wrongly.</summary>
    /// <param name="Why">What is wrong and what is known instead.</param>
    public sealed record Refused(string Why) : ReissueOutcome
    {
        public override string Sentence => Why;
    }

    /// <summary>What it was made from is not all there any more.</summary>
    /// <param name="Version">The publication.</param>
    public sealed record Gone(PublishedVersion Version) : ReissueOutcome
    {
        public override string Sentence => $"{Version.Id} cannot be made again: what it was made from is not all there any more. "
            + "Either personal data was erased since, or the store was altered: quarterdeck audit verify tells which.";
    }

    /// <summary>Another version of the program made it, and this one makes something else.</summary>
    /// <param name="Version">The publication.</param>
    /// <param name="ProgramVersion">This version of the program.</param>
    /// <param name="Files">Names of the files that differ; empty where this version finds errors in what it was made from.</param>
    public sealed record MadeOtherwise(PublishedVersion Version, string ProgramVersion, IReadOnlyList<string> Files) : ReissueOutcome
    {
        public override string Sentence => $"{Version.Id} was made by Quarterdeck {Version.ProgramVersion}; this is {ProgramVersion}, and "
            + (Files.Count == 0 ? "finds errors in what it was made from." : $"makes {string.Join(", ", Files)} differently.")
            + $" Nothing was written. Use {Version.ProgramVersion} for the same bytes.";
    }
}

/// <summary>What came of making a publication again.</summary>
public enum ReissueProof
{
    /// <summary>Its files came out the same.</summary>
    Same,

    /// <summary>It was not tried: another version of the program made it.</summary>
    OtherProgram,

    /// <summary>It cannot be tried: what it was made from is not all there any more.</summary>
    InputsGone,

    /// <summary>Its files came out differently, or no longer at all.</summary>
    Different,
}
