namespace SystemDesign.Media.Domain.Inspection.Images;

/// <summary>What a picture may cost whoever decodes it.</summary>
/// <param name="maximum">Pixels of all frames together.</param>
internal sealed class PixelBudget(long maximum)
{
    private long spent;

    /// <exception cref="Kernel.Errors.InvalidException">It is spent, or there is nothing to see.</exception>
    public void Spend(long width, long height, long frames = 1)
    {
        if (width <= 0 || height <= 0)
        {
            throw Refusal.Contradicts("it has no width or no height");
        }

        // Divided, since a product of three such numbers may be too large for any type.
        if (frames > (maximum - spent) / width / height)
        {
            throw Refusal.TooManyPixels(maximum);
        }

        spent += width * height * frames;
    }
}
