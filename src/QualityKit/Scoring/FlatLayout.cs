using QualityKit.Forms;

namespace QualityKit.Scoring;

/// <summary>Where the code of each question stands among flat answers.</summary>
internal sealed class FlatLayout
{
    private readonly FormIndex _form;
    private readonly int[] _slots;

    public FlatLayout(FormIndex form)
    {
        _form = form;
        _slots = new int[form.Questions.Length];
        for (int position = 0; position < _slots.Length; position++)
        {
            _slots[position] = Length;
            Length += form.Questions[position] is MultiSelectQuestion select ? OptionBits.Words(select) : 1;
        }
    }

    /// <summary>How many codes there are.</summary>
    public int Length { get; }

    public int this[int question] => _slots[question];

    public int SlotOf(string question) => _slots[_form.QuestionAt(question)];

    public Question QuestionOf(string question) => _form.Questions[_form.QuestionAt(question)];
}
