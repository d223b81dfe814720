#!/usr/bin/env dotnet
// Makes the sample of a made-up district council. Run from the root of the repository:
//
//     dotnet run --file tools/district.cs -- samples
//
// What a person wrote is in tools/district: indicators, areas, posts, reports and every sentence of commentary go into the pack as they are.
// given.csv and given-targets.csv hold the figures that are words (grades, yes and no);
// series.csv says how the figures of an indicator run (level, noise, season, drift, events) and targets.csv what it is to reach in 2025/26.
// Figures come from these by seeds, so the same input gives the same bytes.
#:include samples/Csv.cs
#:include district/Series.cs
#:include district/Targets.cs
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run --file tools/district.cs -- <folder of samples>");
    return 2;
}

const string Hand = "tools/district";
var pack = Path.Combine(args[0], "district");
Directory.CreateDirectory(pack);
foreach (var file in Directory.GetFiles(Hand, "*.csv").Select(path => Path.GetFileName(path)!).Where(file => file is not ("series.csv" or "targets.csv" or "given.csv" or "given-targets.csv")))
{
    File.Copy(Path.Combine(Hand, file), Path.Combine(pack, file), overwrite: true);
}

var indicators = Csv.Read(Hand, "indicators.csv");
var series = Csv.Read(Hand, "series.csv").Select(row => new Series(row, indicators.First(one => one["ref"] == row["ref"]))).ToList();
var results = series.SelectMany(one => one.Results()).Concat(Csv.Read(Hand, "given.csv")).ToList();
var targets = Csv.Read(Hand, "targets.csv").SelectMany(row => Targets.Of(row, series)).Concat(Csv.Read(Hand, "given-targets.csv")).ToList();
string[] figures = ["ref", "period", "value", "numerator", "denominator", "marker", "status", "breakdown"];
Csv.Write(Path.Combine(pack, "results.csv"), [.. figures, "rating", "rating_reason", "rating_by", "rating_approved_by", "note"], results);
string[] columns = ["ref", "from", "scope", "breakdown", "target", "floor", "lower", "upper", "profile", "relative", "label", "approved_by", "approved_on"];
Csv.Write(Path.Combine(pack, "targets.csv"), columns, targets);
return 0;
