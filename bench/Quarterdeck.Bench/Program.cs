using System.Globalization;
using Quarterdeck.Bench.Ratings;

// What the product is fast at, beside what people would use instead, in one run. See bench/README.md.
if (args is ["rating", .. var options])
{
    var place = Array.IndexOf(options, "--rows");
    var rows = place >= 0 && place + 1 < options.Length
        ? int.Parse(options[place + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
        : 1_000_000;
    return RatingBench.Run(rows, Array.IndexOf(options, "--no-sql") < 0);
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project bench/Quarterdeck.Bench -- rating [--rows 1000000] [--no-sql]");
return 2;
