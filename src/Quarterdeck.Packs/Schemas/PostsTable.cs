using Quarterdeck.Domain.Packs;
using Quarterdeck.Domain.People;
using Quarterdeck.Packs.Cells;
using Quarterdeck.Packs.Columns;
using Quarterdeck.Packs.Rows;

namespace Quarterdeck.Packs.Schemas;

internal sealed class PostsTable : PackTable<Post>
{
    private static readonly PackColumn Area = new("area", ColumnType.Code, "The area the post is for; or give a ref.") { From = "areas.code" };
    private static readonly PackColumn Ref = new("ref", ColumnType.Code, "The indicator the post is for; or give an area.") { From = "indicators.ref" };
    private static readonly PackColumn Role = new(
        "role",
        ColumnType.Code,
        "Such as `director`, `responsible-officer`, `accountable-officer`, `cabinet-member`, `delivery-partner`, or the council's own word.")
    {
        IsRequired = true
    };
    private static readonly PackColumn Holder = new("holder", ColumnType.Text, "Who holds it: a name or a post.") { IsRequired = true };
    private static readonly PackColumn Title = new("title", ColumnType.Text, "The role as printed.") { Blank = "the role in words" };
    private static readonly PackColumn From = new("from", ColumnType.Date, "First day.") { Blank = "always" };
    private static readonly PackColumn To = new("to", ColumnType.Date, "Last day.") { Blank = "still" };
    private static readonly PackColumn Order = new(
        "order",
        ColumnType.Integer,
        "Place among the posts of its area or indicator.")
    { Blank = "the order of the rows" };

    public override string Name => "posts";

    public override string Summary => "Who answers for an area or an indicator, in which role, from when to when.";

    public override IReadOnlyList<PackColumn> KnownBy => [Area, Ref, Role, From];

    protected override IReadOnlyList<PackField<Post>> Fields { get; } =
    [
        new(Area, row => row.Area),
        new(Ref, row => row.Ref?.Value),
        new(Role, row => row.Role),
        new(Holder, row => row.Holder),
        new(Title, row => row.Title),
        new(From, row => CellWriting.Date(row.From)),
        new(To, row => CellWriting.Date(row.To)),
        new(Order, row => CellWriting.Integer(row.Order)),
    ];

    protected override IReadOnlyList<Post> RowsOf(Pack pack) => pack.Posts;

    protected override Post? Read(RowReader row, PackReadContext pack)
    {
        var post = new Post
        {
            Area = pack.KnownCode(row, Area, "areas"),
            Ref = pack.KnownRef(row, Ref),
            Role = row.Text(Role) ?? string.Empty,
            Holder = row.Text(Holder) ?? string.Empty,
            Title = row.Text(Title),
            From = row.Date(From),
            To = row.Date(To),
            Order = row.Integer(Order, 0, 100_000),
            At = row.At,
        };
        if (row.IsBlank(Area) && row.IsBlank(Ref))
        {
            row.Error(Area, "blank-cell", string.Empty, "The post is for neither an area nor an indicator.", "an area or a ref", "Fill in area or ref.");
        }

        if (post.From > post.To)
        {
            row.Error(
                To,
                "ends-before-it-starts",
                CellWriting.Date(post.To) ?? string.Empty,
                $"The post ends on {CellWriting.Date(post.To)}, before it starts on {CellWriting.Date(post.From)}.",
                "a day on or after from",
                "Correct one of the two days.");
        }

        return post;
    }
}
