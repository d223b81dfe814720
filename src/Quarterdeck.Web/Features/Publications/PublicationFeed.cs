using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Quarterdeck.Application.Publishing;
using Quarterdeck.Domain.Periods;
using Quarterdeck.Web.Caching;
using Quarterdeck.Web.Snapshots;

namespace Quarterdeck.Web.Features.Publications;

/// <summary>What is published and corrected as an Atom feed (RFC 4287), for subscribers.</summary>
internal static class PublicationFeed
{
    public const string Address = "/publications.atom";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int Most = 50;

    /// <summary>Of the feed's own tag, in which RFC 4151 wants a date.</summary>
    private const int FirstYear = 2026;

    public static void Map(WebApplication app) => app.MapPublic(Address, context => context.Snapshot() is { Archive: { } archive } snapshot
        ? Results.Bytes(Write(snapshot, archive, context.RequestServices.GetRequiredService<PublicAddress>().Base), "application/atom+xml; charset=utf-8")
        : Results.NotFound());

    private static byte[] Write(DashboardSnapshot snapshot, PublicationArchive archive, string address)
    {
        var authority = Authority(snapshot.Site.Organisation);
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("id", Atom, $"tag:{authority},{FirstYear}:publications");
            xml.WriteElementString("title", Atom, $"{snapshot.Site.Organisation}: performance publications and corrections");
            xml.WriteElementString("updated", Atom, Moment(archive.Versions.Count > 0 ? archive.Versions[0].PublishedAt : DateTimeOffset.UnixEpoch));
            Link(xml, "self", address + Address);
            Link(xml, "alternate", address + "/publications");
            xml.WriteStartElement("author", Atom);
            xml.WriteElementString("name", Atom, snapshot.Site.Organisation);
            xml.WriteEndElement();
            foreach (var version in archive.Versions.Take(Most))
            {
                var page = $"{address}/publications/{Uri.EscapeDataString(version.Id)}";
                xml.WriteStartElement("entry", Atom);
                var day = version.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                xml.WriteElementString("id", Atom, $"tag:{authority},{day}:{version.Id}");
                xml.WriteElementString(
                    "title",
                    Atom,
                    $"{(version.Corrects is null ? string.Empty : "Correction: ")}{version.Title}, {MonthNames.Long(version.ResultsTo)}");
                xml.WriteElementString("updated", Atom, Moment(version.PublishedAt));
                xml.WriteElementString("summary", Atom, version.Note);
                Link(xml, "alternate", page);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    /// <summary>
    /// The organisation as a tag names it (RFC 4151). An id made of the website's address would change with it, and subscribers would be told
    /// of everything again.
    /// </summary>
    private static string Authority(string organisation)
    {
        var letters = organisation.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : "organisation";
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
