namespace QualityKit.Rescoring;

/// <summary>One step of working out where an item is there: it puts masks on a stack, or puts those on top together.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">For <see cref="ColumnStepKind.Look"/>: 255 for the codes for which a condition holds.</param>
/// <param name="Visible">For <see cref="ColumnStepKind.Recall"/> and <see cref="ColumnStepKind.Keep"/>: the position of the mask.</param>
internal readonly record struct ColumnStep(ColumnStepKind Kind, ColumnTable? Table = null, int Visible = -1);
