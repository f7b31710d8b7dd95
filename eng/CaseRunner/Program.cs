using QualityKit.CaseRunner;

return CommandLine.Run(args, Console.Out, Console.Error);
