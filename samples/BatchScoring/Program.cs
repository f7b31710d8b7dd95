using BatchScoring.Commands;

return (int)Application.Run(args, Terminal.OfProcess());
