using CalibrationDay;

return await Day.RunAsync(args, Console.Out, Console.Error);
