using System.Text;
using System.Text.Json;
using Quarterdeck.Application.Abstractions;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.Publications;
using Quarterdeck.Domain.Reports;
using Quarterdeck.TestKit;

namespace Quarterdeck.Application.Tests.Publishing;

/// <summary>An error stops a publication unless somebody accepts it by name and says why.</summary>
public sealed class PublicationGateTests : IDisposable
{
    private static readonly DateOnly Today = new(2025, 11, 26);
    private static readonly ReportFormat[] Formats =
    [
        new("txt", report =>
            [new ReportFile("report.txt", Encoding.UTF8.GetBytes(string.Join('\n', report.Parts.OfType<SentencesPart>().SelectMany(part => part.Items))))]),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarterdeck");
    private readonly List<CheckDecision> _kept = [];

    private string Out => Path.Combine(_folder.FullName, "out");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_error_blocks_and_nothing_is_written()
    {
        var blocked = Assert.IsType<PublishPackOutcome.Blocked>(To(WithDeadLink()));

        Assert.Equal("dead-link", Assert.Single(blocked.Errors).Code);
        Assert.Contains("--accept dead-link:K1 --reason", blocked.Sentence, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void An_accepted_error_is_kept_and_stands_in_the_publication_with_its_reason()
    {
        Assert.IsType<PublishPackOutcome.Written>(To(WithDeadLink(), ["dead-link:K1"], "The page moves next week"));

        var kept = Assert.Single(_kept);
        Assert.Equal(("dead-link", "K1", DecisionState.Accepted, "The page moves next week"), (kept.Code, kept.Ref?.Value, kept.State, kept.Reason));
        Assert.EndsWith("Accepted: The page moves next week", File.ReadAllText(Path.Combine(Out, "report.txt")), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "manifest.json")));
        Assert.Equal(
            "The page moves next week",
            Assert.Single(manifest.RootElement.GetProperty("accepted").EnumerateArray()).GetProperty("reason").GetString());
    }

    [Fact]
    public void An_error_the_pack_accepts_publishes_without_being_asked() =>
        Assert.IsType<PublishPackOutcome.Written>(To(WithDeadLink("checks\ncode,ref,state,reason\ndead-link,K1,accepted,Known\n")));

    [Fact]
    public void Accepting_needs_a_reason_and_a_name_that_was_found()
    {
        Assert.Contains("--reason", Assert.IsType<PublishPackOutcome.Refused>(To(WithDeadLink(), ["dead-link:K1"])).Sentence, StringComparison.Ordinal);
        Assert.Contains(
            "dead-link:K1",
            Assert.IsType<PublishPackOutcome.Refused>(To(WithDeadLink(), ["dead-link:K9"], "Known")).Sentence,
            StringComparison.Ordinal);
        Assert.Contains("found none", Assert.IsType<PublishPackOutcome.Refused>(To(Sound(), ["dead-link"], "Known")).Sentence, StringComparison.Ordinal);
        Assert.Empty(_kept);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void A_second_error_still_blocks_and_the_first_is_not_kept()
    {
        var pack = WithDeadLink("published\nref,round,rating\nK1,2025-10,Purple\n");

        var blocked = Assert.IsType<PublishPackOutcome.Blocked>(To(pack, ["dead-link:K1"], "Known"));

        Assert.Equal("label-unknown", Assert.Single(blocked.Errors).Code);
        Assert.Empty(_kept);
    }

    [Fact]
    public void What_is_only_looked_at_is_never_blocked() =>
        Assert.IsType<PublishPackOutcome.Written>(
            new PublishPackHandler(Formats, "1.0").Handle(
                new PublishPack(WithDeadLink(), null, [], Out, Today) { IsDraft = true },
                null,
                TestContext.Current.CancellationToken));

    [Fact]
    public void An_error_of_an_indicator_that_the_report_does_not_show_does_not_block()
    {
        var pack = Packed.From(
            "indicators\nref,title,kind,area,unit,polarity,frequency,ytd\nK1,Answered,kpi,A,percent,higher,month,none\nK2,Paid,kpi,B,percent,higher,month,none\n",
            "areas\ncode,name,kind\nA,One,department\nB,Two,department\n",
            "targets\nref,from,target,floor\nK2,2025-04,80,90\n",
            "results\nref,period,value\nK1,2025-10,88%\nK2,2025-10,88%\n",
            "reports\ncode,kind,title,areas\nmain,dashboard,Main,A\n");

        Assert.IsType<PublishPackOutcome.Written>(To(pack));
    }

    [Fact]
    public void Results_of_any_age_are_published() =>
        Assert.IsType<PublishPackOutcome.Written>(
            new PublishPackHandler(Formats, "1.0").Handle(
                new PublishPack(Sound(), null, [], Out, Today.AddYears(3)),
                null,
                TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("off", false)]
    [InlineData("on", true)]
    [InlineData(null, false)]
    public void A_call_in_without_a_decision_blocks_where_the_council_calls_in(string? setting, bool blocks)
    {
        var pack = Red(setting, string.Empty);

        Assert.Equal(blocks, To(pack) is PublishPackOutcome.Blocked { Errors: [{ Code: "call-in-open" }] });
    }

    [Theory]
    [InlineData("open", true)]
    [InlineData("scheduled", false)]
    [InlineData("waived", false)]
    public void A_council_with_call_ins_in_its_pack_calls_in(string state, bool blocks) =>
        Assert.Equal(blocks, To(Red(null, $"call_ins\nref,round,state,reason\nK1,2025-10,{state},Seen\n")) is PublishPackOutcome.Blocked);

    private PublishPackOutcome To(Pack pack, string[]? accept = null, string? reason = null) =>
        new PublishPackHandler(Formats, "1.0").Handle(new PublishPack(pack, "main", [], Out, Today)
        {
            Accept = accept ?? [],
            Reason = reason,
            Keep = decisions =>
            {
                _kept.AddRange(decisions);
                return null;
            },
        });

    private static Pack Sound(params string[] more) => Packed.From(
    [
        "indicators\n" + Packed.Indicators + "K1,Answered,kpi,,percent,month,,none,\n",
        "results\nref,period,value\nK1,2025-10,88%\n",
        "reports\ncode,kind,title,results_to\nmain,dashboard,Main,2025-10\n",
        .. more,
    ]);

    private static Pack WithDeadLink(params string[] more) => Sound([.. more, "commentary\nround,kind,refs,text\n2025-10,commentary,K1,See [the page](#).\n"]);

    private static Pack Red(string? callIn, string more)
    {
        var pack = Sound([.. new[] { "targets\nref,from,target,floor\nK1,2025-04,95,90\n", more }.Where(table => table.Length > 0)]);
        return callIn is null ? pack : pack with { Settings = new Settings([.. pack.Settings.Rows, new PackSetting("call_in", callIn)]) };
    }
}
