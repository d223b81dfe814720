using Quarterdeck.Cli;
using Quarterdeck.Cli.Output;

using var terminal = Terminal.OfProcess();
return await QuarterdeckProgram.Run(args, terminal, TimeProvider.System);
