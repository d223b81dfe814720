using System.Globalization;

namespace Quarterdeck.Storage.Ledger;

/// <summary>Moments as the ledger knows them: UTC, to the microsecond, which every engine keeps exactly.</summary>
internal static class LedgerTimestamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Without the last digit no engine keeps.</summary>
    public static DateTimeOffset Whole(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>When a change is recorded: a clock that was put back must not record it before the one it follows.</summary>
    /// <param name="clock">Says what time it is.</param>
    /// <param name="before">When the change before was recorded; null for a first one.</param>
    public static DateTimeOffset After(TimeProvider clock, DateTimeOffset? before) =>
        Whole(clock.GetUtcNow()) is var now && before > now ? before.Value : now;

    /// <summary>Of one width, so that texts sort as the moments do.</summary>
    public static string Text(DateTimeOffset moment) => Whole(moment).ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
