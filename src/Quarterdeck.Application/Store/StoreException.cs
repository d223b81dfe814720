namespace Quarterdeck.Application.Store;

/// <summary>The store cannot do it now, for a reason outside the program; the message says which and what to do, and holds no secret.</summary>
public sealed class StoreException : IOException
{
    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
