using QualityKit.Forms;
using QualityKit.Scoring;

namespace QualityKit.Rescoring;

/// <summary>Puts answers into columns, sheet by sheet. Not safe for several threads at once.</summary>
public sealed class AnswerColumnsBuilder
{
    private readonly CompiledForm _form;
    private readonly ColumnLayout _layout;
    private readonly List<AnswerBlock> _blocks = [];

    /// <summary>Starts with no sheets.</summary>
    /// <param name="form">The form version that the answers are for.</param>
    public AnswerColumnsBuilder(EvaluationForm form)
    {
        _form = CompiledForm.For(form);
        _layout = new ColumnLayout(_form.Plan);
    }

    /// <summary>How many sheets were added since the start or since <see cref="Build"/>.</summary>
    public long Count { get; private set; }

    /// <summary>Adds answers that fit the form.</summary>
    /// <exception cref="ArgumentException">They are answers to another form version.</exception>
    public void Add(CheckedAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (!answers.Form.Equals(_form.Form))
        {
            throw new ArgumentException($"the answers are for `{answers.Form}`, the columns for `{_form.Form}`", nameof(answers));
        }

        Store(answers.FlatCodes);
    }

    /// <summary>Adds flat answers.</summary>
    /// <param name="answers">One code a question in document order, and more for large multiple selections; see <see cref="FlatAnswer"/>.</param>
    /// <exception cref="ArgumentException">There are too few or too many codes, or one that its question does not have; nothing was added.</exception>
    public void Add(ReadOnlySpan<long> answers)
    {
        _form.Guard(answers);
        Store(answers);
    }

    /// <summary>The columns of what was added; the builder then starts again with no sheets.</summary>
    /// <remarks>For more sheets than memory holds: build every million or so, summarize, merge, let go.</remarks>
    public AnswerColumns Build()
    {
        var columns = new AnswerColumns(_form.Form, _layout, [.. _blocks]);
        _blocks.Clear();
        Count = 0;
        return columns;
    }

    private void Store(ReadOnlySpan<long> codes)
    {
        if (_blocks.Count == 0 || _blocks[^1].IsFull)
        {
            _blocks.Add(new AnswerBlock(_layout));
        }

        _blocks[^1].Add(codes);
        Count++;
    }
}
