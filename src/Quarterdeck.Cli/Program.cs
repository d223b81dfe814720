using Quarterdeck.Cli;
using Quarterdeck.Cli.Output;

using var terminal = Terminal.OfProcess();
return await QuarterdeckProgram.RunAsync(args, terminal, TimeProvider.System);
