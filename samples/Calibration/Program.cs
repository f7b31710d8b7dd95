using CalibrationDay;

return Day.Run(args, Console.Out, Console.Error);
