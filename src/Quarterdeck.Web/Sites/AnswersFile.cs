using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// Answers that are ready, in a file: a site that starts again gives them at once, before what they were made from has been read. They are taken
/// only by the program that made them, with the same settings, while the store is where it was. Published pages alone are in it; the file may be
/// deleted at any time.
/// </summary>
/// <param name="path">Where it is.</param>
/// <param name="program">Changes with anything of the program that could make an answer differently.</param>
/// <param name="options">How the site is served.</param>
public sealed class AnswersFile(string path, string program, SiteOptions options)
{
    /// <summary>Bytes of the answers in it, the first asked for before the others: what can be read while a reader waits.</summary>
    private const long Most = 8 * 1024 * 1024;

    private static readonly byte[] Form = "quarterdeck answers 1\n"u8.ToArray();

    private (KeptAnswers Answers, int Count, string State)? _last;

    /// <summary>
    /// The answers in it; null where there is no file, or it is of anything else, or not whole. One that is of no use any more is deleted: it may
    /// hold what was erased since.
    /// </summary>
    /// <param name="state">Changes with what is shown.</param>
    internal EarlierAnswers? Read(string state)
    {
        if (Whole() is not { } whole)
        {
            return null;
        }

        if (Answers(whole, state) is { } answers)
        {
            _last = (answers.Answers, answers.Answers.Count, state);
            return answers;
        }

        Delete();
        return null;
    }

    /// <summary>Writes what is ready, whole, in place of what was there; nothing, where that is the same.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal void Write(string state, EarlierAnswers shown)
    {
        var ready = shown.Answers.InOrder(Most);
        if (_last == (shown.Answers, ready.Count, state) || (_last is null && ready.Count == 0))
        {
            return;
        }

        if (ready.Count == 0)
        {
            Delete();
            _last = null;
            return;
        }

        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        writer.Write(Key(state));
        writer.Write(shown.Fingerprint);
        writer.Write(ready.Count);
        foreach (var (address, answer) in ready)
        {
            writer.Write(address);
            answer.Write(writer);
        }

        if (Directory.Exists(path) || (File.Exists(path) && !IsOurs(path)))
        {
            throw new IOException($"'{path}' is something else, and stays as it is.");
        }

        var written = path + ".new";
        using (var file = new FileStream(written, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            file.Write(Form);
            file.Write(SHA256.HashData(bytes));
            file.Write(bytes);
        }

        try
        {
            File.Move(written, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(written);
            throw;
        }

        _last = (shown.Answers, ready.Count, state);
    }

    private EarlierAnswers? Answers(byte[] whole, string state)
    {
        if (!IsWhole(whole))
        {
            return null;
        }

        var start = Form.Length + SHA256.HashSizeInBytes;
        using var reader = new BinaryReader(new MemoryStream(whole, start, whole.Length - start), Encoding.UTF8);
        try
        {
            if (reader.ReadString() != Key(state))
            {
                return null;
            }

            var (fingerprint, answers) = (reader.ReadString(), new KeptAnswers());
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                answers.Keep(reader.ReadString(), KeptAnswer.Read(reader, whole.AsMemory(start)), Most);
            }

            return new EarlierAnswers(fingerprint, answers);
        }
        catch (Exception wrong) when (wrong is IOException or FormatException or ArgumentException or InvalidDataException)
        {
            // Whoever wrote that, it was not a site.
            return null;
        }
    }

    /// <summary>The file's bytes; null where it is not there, or something else.</summary>
    private byte[]? Whole()
    {
        try
        {
            return IsOurs(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Delete()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            // Nothing of it is given to anybody; what cannot be written here is told when there is something to write.
        }
    }

    /// <summary>Whether there is one that was begun as such; nothing is lost with an empty one.</summary>
    private static bool IsOurs(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        Span<byte> begin = stackalloc byte[Form.Length];
        return file.Length == 0 || (file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual(Form));
    }

    private static bool IsWhole(byte[] file)
    {
        var start = Form.Length + SHA256.HashSizeInBytes;
        return file.Length > start && SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Form.Length, SHA256.HashSizeInBytes));
    }

    private string Key(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        program, Environment.Version, options.Version, options.Name, options.BarColour, options.LinkColour, options.Limits.CacheSeconds.ToString(CultureInfo.InvariantCulture), state))));
}

/// <summary>Answers that are ready, and what they are of.</summary>
/// <param name="Fingerprint">Of what was shown: <see cref="ShownSite.Fingerprint"/>.</param>
/// <param name="Answers">To whoever asks for the same again.</param>
internal sealed record EarlierAnswers(string Fingerprint, KeptAnswers Answers);
