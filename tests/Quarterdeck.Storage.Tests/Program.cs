using Quarterdeck.Storage.Tests;
using Quarterdeck.Storage.Tests.Faults;
using Quarterdeck.Storage.Tests.Kills;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Run with the word, this is the writer that tests kill; else it runs the tests, as the entry point made by xunit does.
return args switch
{
    [WriterProcess.Word, Trouble.Fills or Trouble.Reads, var file] => await Trouble.Run(args[1], file),
    [WriterProcess.Word, Trouble.Verifies, var location, var organisation] => await Trouble.Verify(location, organisation),
    [WriterProcess.Word, .. var asked] => await Writer.Run(asked),
    _ when args.Any(argument => argument is "--server" or "--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};
