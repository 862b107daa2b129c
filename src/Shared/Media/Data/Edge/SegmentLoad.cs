using SystemDesign.Media.Domain.Delivery;

namespace SystemDesign.Media.Data.Edge;

/// <summary>A piece that is on its way from the store, and those who wait for it.</summary>
internal sealed class SegmentLoad(SegmentKey key)
{
    private readonly TaskCompletionSource<MediaPart> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SegmentKey Key => key;

    public Task<MediaPart> Result => answer.Task;

    public void Answer(MediaPart part) => answer.SetResult(part);
}
