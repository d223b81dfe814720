namespace Quarterdeck.Domain.Access;

/// <summary>Who a person is, for good: the name and the e-mail address may change, or be erased.</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
