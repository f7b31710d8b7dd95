namespace QualityKit.Reference.Forms;

/// <summary>The closed set of question kinds.</summary>
internal enum QuestionKind
{
    Choice,
    MultiSelect,
    Number,
    Text,
    Date,
    Information,
}
