using System.Globalization;
using System.Text;
using Quarterdeck.Documents.Tree;

namespace Quarterdeck.Documents.Html;

/// <summary>The one style sheet of a page, for screen and paper.</summary>
internal static class StyleSheet
{
    /// <summary>The whole text of the style element.</summary>
    /// <param name="brand">Its colour is that of headings, bars and rules.</param>
    /// <param name="furniture">What stands at the edges of printed pages.</param>
    /// <param name="landscape">Whether printed pages lie on their long side.</param>
    /// <param name="tints">Classes of rating cells and their tints.</param>
    public static string Of(Brand brand, Furniture furniture, bool landscape, IEnumerable<(string Class, Colour Tint)> tints)
    {
        var accent = brand.Accent ?? Palette.Accent;
        var sheet = new StringBuilder(Screen(accent));
        if (brand.Logo is not null)
        {
            sheet.Append(Logo);
        }

        foreach (var (name, tint) in tints)
        {
            sheet.Append(CultureInfo.InvariantCulture, $".{name}{{background:{tint}}}\n");
        }

        return sheet.Append(Pages(furniture, landscape)).Append(Print(accent)).ToString();
    }

    private static string Pages(Furniture furniture, bool landscape)
    {
        var number = furniture.PageNumbers ? "\"Page \" counter(page) \" of \" counter(pages)" : "\"\"";
        var type = $"font:9pt Arial,Helvetica,sans-serif;color:{Palette.Quiet}";
        return $$"""
            @page{size:A4{{(landscape ? " landscape" : string.Empty)}};margin:18mm 15mm 18mm;
            @top-left{content:{{Quoted(furniture.Classification)}};{{type}}}
            @top-right{content:{{Quoted(furniture.Header)}};{{type}}}
            @bottom-left{content:{{Quoted(furniture.Footer)}};{{type}}}
            @bottom-right{content:{{number}};{{type}}}
            }

            """;
    }

    /// <summary>A CSS string in which only letters and digits stand for themselves, so that nothing can end it or the element.</summary>
    private static string Quoted(string? words)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in (words ?? string.Empty).EnumerateRunes())
        {
            if (rune.IsAscii && char.IsAsciiLetterOrDigit((char)rune.Value))
            {
                quoted.Append((char)rune.Value);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{(rune.Value == 0 ? 0xfffd : rune.Value):x} ");
            }
        }

        return quoted.Append('"').ToString();
    }

    private const string Logo = """
        .logo{margin:1.5rem 0 -.5rem}
        .logo img{display:block;max-width:100%;height:auto}

        """;

    private static string Screen(Colour accent) => $$"""
        *,*::before,*::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:{{Palette.Paper}};color:{{Palette.Text}};font:1.1875rem/1.45 -apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
        "Liberation Sans",sans-serif;overflow-wrap:break-word}
        .page{max-width:80rem;margin:0 auto;padding:0 1.25rem}
        .bar{background:{{accent}};color:{{Palette.Paper}}}
        .bar .page{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 2rem;padding-top:.75rem;padding-bottom:.75rem}
        .bar p{margin:0}
        .bar .body-name{font-weight:700}
        .bar .marks{font-size:1rem}
        main{display:block;padding-bottom:2rem}
        main:focus{outline:none}
        h1,h2,h3,h4,h5,h6{line-height:1.2;margin:2.25rem 0 .75rem;max-width:52rem;text-wrap:balance}
        h1{font-size:clamp(1.75rem,1.1rem + 2.6vw,2.75rem);color:{{accent}};margin-top:2rem;margin-bottom:.5rem}
        h2{font-size:clamp(1.5rem,1.2rem + 1.2vw,2rem);color:{{accent}};margin-top:3.25rem;padding-top:.75rem;border-top:4px solid {{accent}};max-width:none}
        h3{font-size:clamp(1.25rem,1.1rem + .8vw,1.5rem)}
        h4,h5,h6{font-size:1.1875rem}
        .subtitle{font-size:1.1875rem;max-width:none;color:{{Palette.Quiet}};margin:0 0 1.5rem}
        p,li,dd,dt{max-width:44rem}
        p{margin:0 0 1rem}
        .lead{font-size:1.375rem;line-height:1.35;max-width:52rem}
        .side-by-side{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 2.5rem;align-items:start}
        .side-by-side>div{min-width:0}
        .side-by-side figure{margin:1rem 0}
        .side-by-side svg.chart{min-width:0}
        .with-figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 2.5rem;align-items:start}
        .with-figures>figcaption{grid-column:1/-1}
        .with-figures svg.chart{min-width:0}
        .with-figures>div{min-width:0}
        .text-columns{columns:2 26rem;column-gap:2.5rem}
        .text-columns>*{orphans:2;widows:2}
        .quiet{color:{{Palette.Quiet}};font-size:1rem}
        .numbered{display:flex;gap:1rem}
        .numbered>.number{flex:0 0 2.5rem}
        ul,ol{margin:0 0 1rem;padding-left:1.5rem}
        li{margin-bottom:.35rem}
        li>ul,li>ol{margin:.35rem 0 0}
        a{color:{{Palette.Link}};text-underline-offset:.15em}
        a:visited{color:{{Palette.Visited}}}
        a:hover{text-decoration-thickness:.15em}
        a:focus-visible,summary:focus-visible{outline:3px solid {{Palette.Text}};outline-offset:1px;background:{{Palette.Focus}};color:{{Palette.Text}}}
        .skip{position:absolute;left:-999rem;padding:.5rem 1rem}
        .skip:focus{position:static;display:block}
        .hidden{display:inline-block;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        dl{margin:0 0 1.5rem}
        dd{margin:0}
        .facts>div{display:grid;grid-template-columns:minmax(9rem,13rem) 1fr;gap:0 1.5rem;padding:.4rem 0;
        border-bottom:1px solid {{Palette.Rule}};max-width:44rem}
        .facts>div:first-child{border-top:1px solid {{Palette.Rule}}}
        .facts dt{font-weight:700}
        .facts dd{grid-column:-2/-1}
        .columns{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;padding:.75rem 1rem;background:{{Palette.Panel}};border-left:4px solid {{accent}}}
        .columns dt{font-size:1rem;color:{{Palette.Quiet}}}
        .columns dd{font-weight:700}
        .callout{margin:0 0 1.5rem;padding:1rem 1.25rem;background:{{Palette.Panel}};border-left:6px solid {{accent}};max-width:52rem}
        .callout.warning{border-left-color:{{Palette.Warning}}}
        .callout.key{border:1px solid {{Palette.Rule}};border-left:6px solid {{accent}}}
        .callout>:last-child{margin-bottom:0}
        .callout-title{font-weight:700;margin-bottom:.5rem}
        .contents{margin:2rem 0}
        .contents h2{border:0;padding:0;margin-top:0;font-size:1.375rem}
        .contents ul{list-style:none;padding:0;margin:0}
        .contents>ul{columns:2 22rem;column-gap:3rem}
        .contents>ul>li{break-inside:avoid;margin-bottom:.75rem}
        .contents ul ul{padding-left:1.25rem;margin-top:.25rem}
        .contents a{text-decoration-thickness:1px}
        .scroll{position:relative;overflow-x:auto;margin:0 0 .5rem}
        .scroll:focus-visible{outline:3px solid {{accent}};outline-offset:3px}
        .table-block{margin:1.5rem 0 2rem}
        table{border-collapse:collapse;font-size:1rem;line-height:1.35;min-width:100%}
        table.slim{min-width:min(100%,32rem)}
        caption{text-align:left;padding:0 0 .6rem;font-size:1.1875rem;font-weight:700}
        caption>span{display:block;position:sticky;left:0;width:fit-content;max-width:min(44rem,calc(100vw - 2.5rem))}
        caption .summary{font-weight:400;font-size:1rem;color:{{Palette.Quiet}};margin-top:.2rem}
        th,td{padding:.5rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid {{Palette.Rule}};overflow-wrap:normal}
        thead th{background:{{Palette.Head}};vertical-align:bottom;border-bottom:2px solid {{accent}}}
        thead th[scope=colgroup]{text-align:center;border-bottom:1px solid {{accent}}}
        tbody th{font-weight:400}
        tbody th:first-child{font-weight:700}
        tbody th[scope=rowgroup]{background:{{Palette.Panel}};color:{{Palette.OnPanel(accent)}};padding-top:.75rem;border-bottom:2px solid {{Palette.Rule}}}
        tr.total>*{font-weight:700;border-top:2px solid {{Palette.Text}}}
        .end{text-align:right}
        .figure{font-variant-numeric:tabular-nums;white-space:nowrap}
        .tight{white-space:nowrap}
        .centre{text-align:center}
        .narrow{min-width:3.5rem}
        .normal{min-width:4rem}
        .wide{min-width:14rem}
        .widest{min-width:22rem}
        .none{color:{{Palette.Quiet}}}
        .rating,.direction,.alert{white-space:nowrap}
        .alert.out{font-weight:700}
        .span{font-style:italic}
        .mark{width:1em;height:1em;vertical-align:-.12em;margin-right:.4em;flex:none}
        .tag{white-space:nowrap;padding:.1em .45em .15em}
        .note-mark{text-decoration:none;font-weight:700;padding-left:.1em;white-space:nowrap}
        sup{line-height:0}
        .notes{list-style:none;padding:0;font-size:1rem;margin:.25rem 0 1rem}
        .notes li{display:flex;gap:.5rem;margin-bottom:.25rem}
        .notes .sign{flex:0 0 1.6rem;font-weight:700}
        figure{margin:1.5rem 0 2rem}
        figcaption{font-weight:700;margin-bottom:.6rem;max-width:44rem}
        svg.chart{display:block;width:100%;max-width:50rem;min-width:37rem;height:auto}
        svg.spark{display:inline-block;vertical-align:middle;max-width:100%;height:auto}
        td svg.spark{width:6.5rem;max-width:none}
        summary{cursor:pointer;color:{{Palette.Link}};width:fit-content;font-size:1rem;padding:.25rem 0}
        details .table-block{margin-top:.75rem}
        .foot{border-top:1px solid {{Palette.Rule}};color:{{Palette.Quiet}};font-size:1rem;padding:1rem 0 2rem}
        @media (max-width:40rem){
        .facts>div{grid-template-columns:1fr}
        th,td{padding:.45rem .5rem}
        .callout{padding:.75rem 1rem}
        table{font-size:.9375rem}
        .wide{min-width:9.5rem}
        .page{padding:0 1rem}
        }
        @media (forced-colors:active){
        .bar,.columns,.callout{border:1px solid}
        thead th{border-bottom:2px solid}
        svg.chart,svg.spark,.mark{forced-color-adjust:none}
        svg.chart,svg.spark{background:{{Palette.Paper}}}
        }

        """;

    private static string Print(Colour accent) => $$"""
        @media print{
        html{font-size:9pt}
        body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .page{max-width:none;padding:0}
        .bar{background:none;color:{{accent}};border-bottom:2px solid {{accent}}}
        .bar .page{padding:0 0 .5rem}
        .skip,.bar .marks,.foot{display:none}
        .scroll{overflow:visible}
        .new-page{break-before:page}
        .side-by-side{break-inside:avoid}
        h1,h2,h3,h4,h5,h6,figcaption,caption,.callout-title{break-after:avoid}
        h2{margin-top:2rem}
        tr,figure svg,.callout p,.callout li,.columns,.facts>div{break-inside:avoid}
        figure:not(.long),.short{break-inside:avoid}
        tr:has(>[scope=rowgroup]){break-after:avoid}
        thead{display:table-header-group}
        caption>span{position:static;max-width:none}
        table{font-size:.95rem}
        th,td{padding:.3rem .45rem}
        .narrow,.normal{min-width:0}
        .wide{min-width:11rem}
        .widest{min-width:16rem}
        svg.chart{min-width:0;max-width:42rem}
        p,li{max-width:none}
        p{orphans:3;widows:3}
        a{color:inherit}
        main a[href^="http"]::after{content:" (" attr(href) ")";font-weight:400;overflow-wrap:anywhere}
        figure>details{display:none}
        }

        """;
}
