using System.Globalization;

namespace Quarterdeck.Web.Sites;

/// <summary>
/// The threads that read what readers ask for. In a process that opens no connection but its readers' (<see cref="SiteOptions.IsAlone"/>) they
/// give the answers that are ready themselves; all other work leaves them at once, and does not come back to them: who else is read by the
/// same thread would wait for it.
/// </summary>
public static class ReadingThreads
{
    private const string Inline = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    private const string Count = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    /// <summary>
    /// Asks the runtime to go on where it reads, on half of the processors: the other half makes pages. To be called before the process has
    /// opened a socket, which then holds for all of them. What was set from outside stays.
    /// </summary>
    public static void Answer()
    {
        Set(Inline, "1");
        Set(Count, Math.Max(1, Environment.ProcessorCount / 2).ToString(CultureInfo.InvariantCulture));

        static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
    }

    /// <summary>Goes on elsewhere.</summary>
    internal static async Task Leave() => await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    /// <summary>Waits for a reader, and goes on elsewhere if it had to.</summary>
    internal static ValueTask<T> After<T>(ValueTask<T> wait)
    {
        return wait.IsCompleted ? wait : Waited(wait);

        static async ValueTask<T> Waited(ValueTask<T> wait)
        {
            try
            {
                return await wait.ConfigureAwait(false);
            }
            finally
            {
                await Leave().ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc cref="After{T}"/>
    internal static Task After(Task wait)
    {
        return wait.IsCompleted ? wait : Waited(wait);

        static async Task Waited(Task wait)
        {
            try
            {
                await wait.ConfigureAwait(false);
            }
            finally
            {
                await Leave().ConfigureAwait(false);
            }
        }
    }
}
