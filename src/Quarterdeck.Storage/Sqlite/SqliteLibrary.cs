using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Quarterdeck.Storage.Sqlite;

/// <summary>Which SQLite is used: the machine's own, kept up to date by its system, where it is as new as the one that comes along; else that.</summary>
internal static class SqliteLibrary
{
    /// <summary>Set to <c>program</c>, it keeps to the one that comes along.</summary>
    public const string Variable = "QUARTERDECK_SQLITE";

    // The version that comes along, as the library counts: 3.35.5.
    private const int LeastVersion = 3_035_005;

    private static readonly string[] OfTheSystem = ["libsqlite3.so.0", "winsqlite3.dll", "libsqlite3.dylib"];

    private static readonly Lock Once = new();
    private static bool _isReady;

    /// <summary>Version and where it comes from: <c>3.40.1 of the system</c>.</summary>
    public static string Description { get; private set; } = string.Empty;

    public static void Prepare()
    {
        lock (Once)
        {
            if (_isReady)
            {
                return;
            }

            var isOfSystem = false;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, path) =>
            {
                if (name == "e_sqlite3" && Load() is not 0 and var library)
                {
                    isOfSystem = true;
                    return library;
                }

                return 0;
            });
            RuntimeHelpers.RunClassConstructor(typeof(SQLite3Provider_e_sqlite3).TypeHandle);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            Description = $"{raw.sqlite3_libversion().utf8_to_string()} {(isOfSystem ? "of the system" : "of the program")}";
            _isReady = true;
        }
    }

    private static nint Load()
    {
        if (Environment.GetEnvironmentVariable(Variable) is "program")
        {
            return 0;
        }

        foreach (var name in OfTheSystem)
        {
            if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.System32 | DllImportSearchPath.SafeDirectories, out var library))
            {
                continue;
            }

            if (NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var number) && Marshal.GetDelegateForFunctionPointer<VersionNumber>(number)() >= LeastVersion)
            {
                return library;
            }

            NativeLibrary.Free(library);
        }

        return 0;
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
