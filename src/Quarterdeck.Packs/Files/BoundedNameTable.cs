using System.Xml;
using Quarterdeck.Packs.Findings;

namespace Quarterdeck.Packs.Files;

/// <summary>The names of an XML part, up to a limit. The parser's own table grows with every new name in the file.</summary>
internal sealed class BoundedNameTable(string file, ReadLimits limits) : NameTable
{
    private int _count;

    public override string Add(string key) => Get(key) ?? base.Add(Counted(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? base.Add(Counted(key), start, len);

    private T Counted<T>(T key) =>
        ++_count <= limits.XmlNames
            ? key
            : throw new UnreadableFileException(UnreadableFileFindings.OverLimit(file, "different names of XML elements", limits.XmlNames));
}
