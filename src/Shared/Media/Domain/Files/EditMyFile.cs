using FluentValidation;
using MediatR;
using SystemDesign.Kernel.Editing;
using SystemDesign.Kernel.Identity;
using SystemDesign.Kernel.Messages;

namespace SystemDesign.Media.Domain.Files;

/// <summary>What is to change about one of my files: a JSON merge patch.</summary>
/// <param name="Visibility" example="public"><c>public</c> or <c>private</c>.</param>
internal sealed record EditMyFile(Optional<string> Visibility) : ICommand<ShownFile>
{
    /// <summary>From the path.</summary>
    internal Guid Id { get; init; }

    internal sealed class Validator : AbstractValidator<EditMyFile>
    {
        public Validator()
        {
            RuleFor(request => request.Id).NotEmpty();
            this.RuleForGiven(request => request.Visibility, visibility => visibility.NotNull().Visible());
        }
    }

    internal sealed class Handler(IFiles files, ShownFiles shown, ICurrentUser currentUser) : IRequestHandler<EditMyFile, ShownFile>
    {
        public async Task<ShownFile> Handle(EditMyFile request, CancellationToken cancellationToken)
        {
            var whole = await files.FindAsync(request.Id, currentUser.Id, cancellationToken) ?? throw MediaFile.NotFound();
            var isPublic = Files.Visibility.IsPublic(request.Visibility.Or(Files.Visibility.Of(whole.File.IsPublic)));
            if (isPublic != whole.File.IsPublic)
            {
                files.Open(whole.File, isPublic);
                whole.File.IsPublic = isPublic;
            }

            return shown.Show(whole);
        }
    }
}
